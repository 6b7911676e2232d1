-- SPDX-License-Identifier: Apache-2.0
-- Models, agents, contexts.

-- A language model as a tenant has set it up.
CREATE TABLE mcp.models (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  provider varchar(100) NOT NULL,
  configuration jsonb NOT NULL DEFAULT '{}',
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT models_pkey PRIMARY KEY (id),
  CONSTRAINT models_tenant_id_name_key UNIQUE (tenant_id, name)
);
CREATE INDEX idx_models_provider ON mcp.models (provider) WHERE is_active;
CREATE INDEX idx_models_tenant_id ON mcp.models (tenant_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.models TO mcp_app;

-- What a model's tokens cost from a day on.
CREATE TABLE mcp.model_prices (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  model_id uuid NOT NULL,
  valid_from date NOT NULL,
  usd_per_million_input numeric(12,6) NOT NULL,
  usd_per_million_output numeric(12,6) NOT NULL,
  CONSTRAINT model_prices_pkey PRIMARY KEY (id),
  CONSTRAINT model_prices_model_id_fkey FOREIGN KEY (model_id) REFERENCES mcp.models (id) ON DELETE CASCADE
);
CREATE INDEX idx_model_prices_model ON mcp.model_prices (model_id, valid_from DESC);
CREATE INDEX idx_model_prices_tenant ON mcp.model_prices (tenant_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.model_prices TO mcp_app;

-- A program that works on tasks.
CREATE TABLE mcp.agents (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  agent_type varchar(100) NOT NULL DEFAULT 'general',
  model_id uuid,
  capabilities text[] NOT NULL DEFAULT '{}',
  status varchar(20) NOT NULL DEFAULT 'available',
  configuration jsonb NOT NULL DEFAULT '{}',
  temperature double precision NOT NULL DEFAULT 0.7,
  current_workload integer NOT NULL DEFAULT 0,
  max_workload integer NOT NULL DEFAULT 10,
  last_seen_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT agents_pkey PRIMARY KEY (id),
  CONSTRAINT agents_tenant_id_name_key UNIQUE (tenant_id, name),
  CONSTRAINT agents_model_id_fkey FOREIGN KEY (model_id) REFERENCES mcp.models (id) ON DELETE SET NULL,
  CONSTRAINT agents_temperature_check CHECK (temperature >= 0 AND temperature <= 2),
  CONSTRAINT agents_workload_check CHECK (current_workload >= 0 AND current_workload <= max_workload)
);
CREATE INDEX idx_agents_tenant_id ON mcp.agents (tenant_id);
CREATE INDEX idx_agents_model_id ON mcp.agents (model_id);
CREATE INDEX idx_agents_workload ON mcp.agents (tenant_id, current_workload) WHERE status = 'available';
CREATE INDEX idx_agents_capabilities ON mcp.agents USING gin (capabilities);
CREATE INDEX idx_agents_last_seen ON mcp.agents (tenant_id, last_seen_at DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.agents TO mcp_app;

-- How an agent makes embeddings, version by version.
CREATE TABLE mcp.agent_configs (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  embedding_strategy varchar(20) NOT NULL DEFAULT 'balanced',
  model_preferences jsonb NOT NULL DEFAULT '[]',
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT agent_configs_pkey PRIMARY KEY (id),
  CONSTRAINT agent_configs_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES mcp.agents (id) ON DELETE CASCADE
);
CREATE INDEX idx_agent_configs_active ON mcp.agent_configs (agent_id, version DESC) WHERE is_active;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.agent_configs TO mcp_app;

-- A connection that an agent holds.
CREATE TABLE mcp.agent_sessions (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  CONSTRAINT agent_sessions_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_agent_sessions_agent ON mcp.agent_sessions (agent_id, opened_at DESC);
CREATE INDEX idx_agent_sessions_open ON mcp.agent_sessions (tenant_id) WHERE closed_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.agent_sessions TO mcp_app;

-- What one agent has told another.
CREATE TABLE mcp.agent_messages (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  from_agent_id uuid NOT NULL,
  to_agent_id uuid NOT NULL,
  body jsonb NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT now(),
  read_at timestamptz,
  CONSTRAINT agent_messages_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_agent_messages_inbox ON mcp.agent_messages (to_agent_id, sent_at) WHERE read_at IS NULL;
CREATE INDEX idx_agent_messages_from ON mcp.agent_messages (from_agent_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.agent_messages TO mcp_app;

-- When an agent is to be woken.
CREATE TABLE mcp.agent_schedules (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  every interval NOT NULL,
  next_run_at timestamptz NOT NULL,
  CONSTRAINT agent_schedules_pkey PRIMARY KEY (id),
  CONSTRAINT agent_schedules_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenant_config (tenant_id) ON DELETE CASCADE
);
CREATE INDEX idx_agent_schedules_next ON mcp.agent_schedules (next_run_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.agent_schedules TO mcp_app;

-- What an agent is to remember in one conversation.
CREATE TABLE mcp.contexts (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  agent_id uuid,
  name varchar(255) NOT NULL,
  status varchar(20) NOT NULL DEFAULT 'active',
  token_count integer NOT NULL DEFAULT 0,
  max_tokens integer NOT NULL DEFAULT 100000,
  metadata jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  CONSTRAINT contexts_pkey PRIMARY KEY (id),
  CONSTRAINT contexts_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES mcp.agents (id) ON DELETE CASCADE
);
CREATE INDEX idx_contexts_tenant_id ON mcp.contexts (tenant_id);
CREATE INDEX idx_contexts_agent_id ON mcp.contexts (agent_id);
CREATE INDEX idx_contexts_expires_at ON mcp.contexts (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX idx_contexts_metadata ON mcp.contexts USING gin (metadata jsonb_path_ops);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.contexts TO mcp_app;

-- A message in a context.
CREATE TABLE mcp.context_items (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  context_id uuid NOT NULL,
  sequence_number integer NOT NULL,
  role varchar(20) NOT NULL,
  content text NOT NULL,
  token_count integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT context_items_pkey PRIMARY KEY (id),
  CONSTRAINT context_items_context_id_fkey FOREIGN KEY (context_id) REFERENCES mcp.contexts (id) ON DELETE CASCADE,
  CONSTRAINT context_items_context_id_sequence_number_key UNIQUE (context_id, sequence_number)
);
CREATE INDEX idx_context_items_tenant_id ON mcp.context_items (tenant_id);
CREATE INDEX idx_context_items_created ON mcp.context_items (context_id, created_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.context_items TO mcp_app;

-- A context as it was.
CREATE TABLE mcp.context_snapshots (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  context_id uuid NOT NULL,
  items jsonb NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT context_snapshots_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_context_snapshots_context ON mcp.context_snapshots (context_id, taken_at DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.context_snapshots TO mcp_app;

-- A text for agents, by name.
CREATE TABLE mcp.prompts (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT prompts_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_prompts_tenant ON mcp.prompts (tenant_id, name);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.prompts TO mcp_app;

-- A prompt's text, version by version.
CREATE TABLE mcp.prompt_versions (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  prompt_id uuid NOT NULL,
  version integer NOT NULL,
  content text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT prompt_versions_pkey PRIMARY KEY (id),
  CONSTRAINT prompt_versions_prompt_id_fkey FOREIGN KEY (prompt_id) REFERENCES mcp.prompts (id) ON DELETE CASCADE
);
CREATE INDEX idx_prompt_versions_prompt ON mcp.prompt_versions (prompt_id, version DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.prompt_versions TO mcp_app;
