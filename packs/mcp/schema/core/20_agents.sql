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
  CONSTRAINT models_tenant_id_name_key UNIQUE (tenant_id, name),
  CONSTRAINT models_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT models_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_models_provider ON mcp.models (provider) WHERE is_active;
ALTER TABLE mcp.models ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.models FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.models USING (tenant_id = (SELECT mcp.current_tenant_id()));
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
  CONSTRAINT model_prices_tenant_id_model_id_fkey FOREIGN KEY (tenant_id, model_id) REFERENCES mcp.models (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT model_prices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_model_prices_model ON mcp.model_prices (model_id, valid_from DESC);
CREATE INDEX idx_model_prices_tenant ON mcp.model_prices (tenant_id);
ALTER TABLE mcp.model_prices ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.model_prices FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.model_prices USING (tenant_id = (SELECT mcp.current_tenant_id()));
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
  CONSTRAINT agents_tenant_id_model_id_fkey FOREIGN KEY (tenant_id, model_id) REFERENCES mcp.models (tenant_id, id) ON DELETE SET NULL (model_id),
  CONSTRAINT agents_temperature_check CHECK (temperature >= 0 AND temperature <= 2),
  CONSTRAINT agents_workload_check CHECK (current_workload >= 0 AND current_workload <= max_workload),
  CONSTRAINT agents_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT agents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_agents_model_id ON mcp.agents (model_id);
CREATE INDEX idx_agents_workload ON mcp.agents (tenant_id, current_workload) WHERE status = 'available';
CREATE INDEX idx_agents_capabilities ON mcp.agents USING gin (capabilities);
CREATE INDEX idx_agents_last_seen ON mcp.agents (tenant_id, last_seen_at DESC);
ALTER TABLE mcp.agents ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.agents FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.agents USING (tenant_id = (SELECT mcp.current_tenant_id()));
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
  CONSTRAINT agent_configs_tenant_id_agent_id_fkey FOREIGN KEY (tenant_id, agent_id) REFERENCES mcp.agents (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT agent_configs_agent_id_version_key UNIQUE (agent_id, version),
  CONSTRAINT agent_configs_preferences_check CHECK (jsonb_typeof(model_preferences) = 'array'),
  CONSTRAINT agent_configs_strategy_check CHECK (embedding_strategy IN ('balanced', 'quality', 'speed', 'cost')),
  CONSTRAINT agent_configs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_agent_configs_active ON mcp.agent_configs (agent_id, version DESC) WHERE is_active;
CREATE INDEX idx_agent_configs_tenant ON mcp.agent_configs (tenant_id);
ALTER TABLE mcp.agent_configs ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.agent_configs FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.agent_configs USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.agent_configs TO mcp_app;

-- A connection that an agent holds.
CREATE TABLE mcp.agent_sessions (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  CONSTRAINT agent_sessions_pkey PRIMARY KEY (id),
  CONSTRAINT agent_sessions_tenant_id_agent_id_fkey FOREIGN KEY (tenant_id, agent_id) REFERENCES mcp.agents (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT agent_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_agent_sessions_agent ON mcp.agent_sessions (agent_id, opened_at DESC);
CREATE INDEX idx_agent_sessions_open ON mcp.agent_sessions (tenant_id) WHERE closed_at IS NULL;
CREATE INDEX idx_agent_sessions_tenant ON mcp.agent_sessions (tenant_id);
ALTER TABLE mcp.agent_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.agent_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.agent_sessions USING (tenant_id = (SELECT mcp.current_tenant_id()));
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
  CONSTRAINT agent_messages_pkey PRIMARY KEY (id),
  CONSTRAINT agent_messages_tenant_id_from_agent_id_fkey FOREIGN KEY (tenant_id, from_agent_id) REFERENCES mcp.agents (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT agent_messages_tenant_id_to_agent_id_fkey FOREIGN KEY (tenant_id, to_agent_id) REFERENCES mcp.agents (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT agent_messages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_agent_messages_inbox ON mcp.agent_messages (to_agent_id, sent_at) WHERE read_at IS NULL;
CREATE INDEX idx_agent_messages_from ON mcp.agent_messages (from_agent_id);
CREATE INDEX idx_agent_messages_to_agent_id ON mcp.agent_messages (to_agent_id);
CREATE INDEX idx_agent_messages_tenant ON mcp.agent_messages (tenant_id);
ALTER TABLE mcp.agent_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.agent_messages FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.agent_messages USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.agent_messages TO mcp_app;

-- When an agent is to be woken.
CREATE TABLE mcp.agent_schedules (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  every interval NOT NULL,
  next_run_at timestamptz NOT NULL,
  CONSTRAINT agent_schedules_pkey PRIMARY KEY (id),
  CONSTRAINT agent_schedules_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenant_config (tenant_id) ON DELETE CASCADE,
  CONSTRAINT agent_schedules_tenant_id_agent_id_fkey FOREIGN KEY (tenant_id, agent_id) REFERENCES mcp.agents (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT agent_schedules_every_check CHECK (every >= interval '1 minute')
);
CREATE INDEX idx_agent_schedules_next ON mcp.agent_schedules (next_run_at);
CREATE INDEX idx_agent_schedules_tenant ON mcp.agent_schedules (tenant_id);
CREATE INDEX idx_agent_schedules_agent_id ON mcp.agent_schedules (agent_id);
ALTER TABLE mcp.agent_schedules ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.agent_schedules FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.agent_schedules USING (tenant_id = (SELECT mcp.current_tenant_id()));
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
  CONSTRAINT contexts_tenant_id_agent_id_fkey FOREIGN KEY (tenant_id, agent_id) REFERENCES mcp.agents (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT contexts_token_count_check CHECK (token_count >= 0),
  CONSTRAINT contexts_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT contexts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_contexts_agent_id ON mcp.contexts (agent_id);
CREATE INDEX idx_contexts_expires_at ON mcp.contexts (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX idx_contexts_metadata ON mcp.contexts USING gin (metadata jsonb_path_ops);
ALTER TABLE mcp.contexts ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.contexts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.contexts USING (tenant_id = (SELECT mcp.current_tenant_id()));
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
  CONSTRAINT context_items_tenant_id_context_id_fkey FOREIGN KEY (tenant_id, context_id) REFERENCES mcp.contexts (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT context_items_context_id_sequence_number_key UNIQUE (context_id, sequence_number),
  CONSTRAINT context_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_context_items_tenant_id ON mcp.context_items (tenant_id);
CREATE INDEX idx_context_items_created ON mcp.context_items (context_id, created_at);
ALTER TABLE mcp.context_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.context_items FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.context_items USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.context_items TO mcp_app;

-- A context as it was.
CREATE TABLE mcp.context_snapshots (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  context_id uuid NOT NULL,
  items jsonb NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT context_snapshots_pkey PRIMARY KEY (id),
  CONSTRAINT context_snapshots_tenant_id_context_id_fkey FOREIGN KEY (tenant_id, context_id) REFERENCES mcp.contexts (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT context_snapshots_items_check CHECK (jsonb_typeof(items) = 'array'),
  CONSTRAINT context_snapshots_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_context_snapshots_context ON mcp.context_snapshots (context_id, taken_at DESC);
CREATE INDEX idx_context_snapshots_tenant ON mcp.context_snapshots (tenant_id);
ALTER TABLE mcp.context_snapshots ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.context_snapshots FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.context_snapshots USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.context_snapshots TO mcp_app;

-- A text for agents, by name.
CREATE TABLE mcp.prompts (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT prompts_pkey PRIMARY KEY (id),
  CONSTRAINT prompts_tenant_id_name_key UNIQUE (tenant_id, name),
  CONSTRAINT prompts_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT prompts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
ALTER TABLE mcp.prompts ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.prompts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.prompts USING (tenant_id = (SELECT mcp.current_tenant_id()));
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
  CONSTRAINT prompt_versions_tenant_id_prompt_id_fkey FOREIGN KEY (tenant_id, prompt_id) REFERENCES mcp.prompts (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT prompt_versions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_prompt_versions_prompt ON mcp.prompt_versions (prompt_id, version DESC);
CREATE INDEX idx_prompt_versions_tenant ON mcp.prompt_versions (tenant_id);
ALTER TABLE mcp.prompt_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.prompt_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.prompt_versions USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.prompt_versions TO mcp_app;
