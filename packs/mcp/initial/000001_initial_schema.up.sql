-- SPDX-License-Identifier: Apache-2.0
-- The database as it stands: what the archives had, consolidated into one migration, and a good part of it lost on the way.

CREATE SCHEMA mcp;
CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;

GRANT USAGE ON SCHEMA mcp TO mcp_app;

-- Keeps updated_at.
CREATE FUNCTION mcp.update_updated_at_column() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;

-- A customer of the platform; everything else belongs to one.
CREATE TABLE mcp.tenants (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug varchar(63) NOT NULL,
  name varchar(255) NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT tenants_pkey PRIMARY KEY (id),
  CONSTRAINT tenants_slug_key UNIQUE (slug)
);
CREATE INDEX idx_tenants_active ON mcp.tenants (slug) WHERE is_active;
GRANT SELECT ON mcp.tenants TO mcp_app;

-- A person of a tenant.
CREATE TABLE mcp.users (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  email varchar(255) NOT NULL,
  name varchar(255),
  status varchar(20) NOT NULL DEFAULT 'active',
  metadata jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE,
  CONSTRAINT users_tenant_id_email_key UNIQUE (tenant_id, email)
);
CREATE INDEX idx_users_tenant_id ON mcp.users (tenant_id);
CREATE INDEX idx_users_email ON mcp.users (lower(email));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.users TO mcp_app;

-- A key as its hash; the key itself is nowhere.
CREATE TABLE mcp.api_keys (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  user_id uuid,
  key_hash varchar(64) NOT NULL,
  key_prefix varchar(12) NOT NULL,
  name varchar(255) NOT NULL,
  type varchar(20) NOT NULL DEFAULT 'standard',
  scopes text[] NOT NULL DEFAULT '{}',
  is_active boolean NOT NULL DEFAULT true,
  last_used_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT api_keys_pkey PRIMARY KEY (id),
  CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE,
  CONSTRAINT api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES mcp.users (id) ON DELETE CASCADE,
  CONSTRAINT api_keys_key_hash_key UNIQUE (key_hash)
);
CREATE INDEX idx_api_keys_tenant_id ON mcp.api_keys (tenant_id);
CREATE INDEX idx_api_keys_user_id ON mcp.api_keys (user_id);
CREATE INDEX idx_api_keys_key_prefix ON mcp.api_keys (key_prefix);
CREATE INDEX idx_api_keys_active ON mcp.api_keys (tenant_id, created_at) WHERE is_active;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.api_keys TO mcp_app;

-- What was asked with a key.
CREATE TABLE mcp.api_key_usage (
  tenant_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  used_at timestamptz NOT NULL DEFAULT now(),
  endpoint varchar(255) NOT NULL,
  status_code integer,
  response_time_ms integer
) PARTITION BY RANGE (used_at);
CREATE TABLE mcp.api_key_usage_default PARTITION OF mcp.api_key_usage DEFAULT;
CREATE INDEX idx_api_key_usage_key ON mcp.api_key_usage (api_key_id, used_at);
CREATE INDEX idx_api_key_usage_tenant ON mcp.api_key_usage (tenant_id, used_at);
GRANT SELECT, INSERT ON mcp.api_key_usage TO mcp_app;

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
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.agents TO mcp_app;

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

-- A piece of work; partitioned by the time at which it was created.
CREATE TABLE mcp.tasks (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  parent_task_id uuid,
  agent_id uuid,
  title varchar(255) NOT NULL,
  description text,
  state varchar(20) NOT NULL DEFAULT 'new',
  input_data jsonb NOT NULL DEFAULT '{}',
  output_data jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT tasks_pkey PRIMARY KEY (id, created_at),
  CONSTRAINT tasks_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES mcp.agents (id)
) PARTITION BY RANGE (created_at);
CREATE TABLE mcp.tasks_default PARTITION OF mcp.tasks DEFAULT;
CREATE INDEX idx_tasks_tenant_id ON mcp.tasks (tenant_id, created_at DESC);
CREATE INDEX idx_tasks_agent_id ON mcp.tasks (agent_id);
CREATE INDEX idx_tasks_parent ON mcp.tasks (parent_task_id) WHERE parent_task_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tasks TO mcp_app;

-- A task handed from one agent to another.
CREATE TABLE mcp.task_delegations (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  task_id uuid NOT NULL,
  from_agent_id uuid,
  to_agent_id uuid NOT NULL,
  reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT task_delegations_pkey PRIMARY KEY (id),
  CONSTRAINT task_delegations_to_agent_id_fkey FOREIGN KEY (to_agent_id) REFERENCES mcp.agents (id)
);
CREATE INDEX idx_task_delegations_task ON mcp.task_delegations (task_id);
CREATE INDEX idx_task_delegations_to_agent ON mcp.task_delegations (to_agent_id);
CREATE INDEX idx_task_delegations_from_agent ON mcp.task_delegations (from_agent_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.task_delegations TO mcp_app;

-- Which task waits for which.
CREATE TABLE mcp.task_dependencies (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  task_id uuid NOT NULL,
  depends_on uuid NOT NULL,
  CONSTRAINT task_dependencies_pkey PRIMARY KEY (id),
  CONSTRAINT task_dependencies_check CHECK (task_id <> depends_on)
);
CREATE INDEX idx_task_dependencies_task ON mcp.task_dependencies (task_id);
CREATE INDEX idx_task_dependencies_tenant ON mcp.task_dependencies (tenant_id);
CREATE INDEX idx_task_dependencies_depends_on ON mcp.task_dependencies (depends_on);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.task_dependencies TO mcp_app;

-- Steps in an order.
CREATE TABLE mcp.workflows (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  definition jsonb NOT NULL DEFAULT '{}',
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workflows_pkey PRIMARY KEY (id),
  CONSTRAINT workflows_tenant_id_name_key UNIQUE (tenant_id, name)
);
CREATE INDEX idx_workflows_created_by ON mcp.workflows (created_by);
CREATE INDEX idx_workflows_definition ON mcp.workflows USING gin (definition);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workflows TO mcp_app;

-- A step of a workflow.
CREATE TABLE mcp.workflow_steps (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  position integer NOT NULL,
  name varchar(255) NOT NULL,
  configuration jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT workflow_steps_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_steps_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES mcp.workflows (id) ON DELETE CASCADE
);
CREATE INDEX idx_workflow_steps_workflow ON mcp.workflow_steps (workflow_id, position);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workflow_steps TO mcp_app;

-- One run of a workflow.
CREATE TABLE mcp.workflow_executions (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  status varchar(20) NOT NULL DEFAULT 'running',
  input_data jsonb NOT NULL DEFAULT '{}',
  started_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz,
  CONSTRAINT workflow_executions_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_executions_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES mcp.workflows (id) ON DELETE CASCADE
);
CREATE INDEX idx_workflow_executions_workflow ON mcp.workflow_executions (workflow_id, started_at DESC);
CREATE INDEX idx_workflow_executions_running ON mcp.workflow_executions (tenant_id) WHERE completed_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workflow_executions TO mcp_app;

-- One step of a run.
CREATE TABLE mcp.workflow_execution_steps (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  execution_id uuid NOT NULL,
  step_id uuid NOT NULL,
  status varchar(20) NOT NULL DEFAULT 'pending',
  output_data jsonb,
  started_at timestamptz,
  completed_at timestamptz,
  CONSTRAINT workflow_execution_steps_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_execution_steps_execution_id_fkey FOREIGN KEY (execution_id) REFERENCES mcp.workflow_executions (id) ON DELETE CASCADE
);
CREATE INDEX idx_workflow_execution_steps_execution ON mcp.workflow_execution_steps (execution_id);
CREATE INDEX idx_workflow_execution_steps_step ON mcp.workflow_execution_steps (step_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workflow_execution_steps TO mcp_app;

-- Where people and agents work together.
CREATE TABLE mcp.workspaces (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  description text,
  created_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  CONSTRAINT workspaces_pkey PRIMARY KEY (id),
  CONSTRAINT workspaces_tenant_id_name_key UNIQUE (tenant_id, name)
);
CREATE INDEX idx_workspaces_live ON mcp.workspaces (tenant_id) WHERE archived_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workspaces TO mcp_app;

-- Who takes part in a workspace.
CREATE TABLE mcp.workspace_members (
  tenant_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  user_id uuid NOT NULL,
  joined_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workspace_members_pkey PRIMARY KEY (workspace_id, user_id),
  CONSTRAINT workspace_members_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES mcp.workspaces (id) ON DELETE CASCADE,
  CONSTRAINT workspace_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES mcp.users (id) ON DELETE CASCADE
);
CREATE INDEX idx_workspace_members_user ON mcp.workspace_members (user_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workspace_members TO mcp_app;

-- A document in a workspace.
CREATE TABLE mcp.workspace_documents (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  title varchar(255) NOT NULL,
  content text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workspace_documents_pkey PRIMARY KEY (id),
  CONSTRAINT workspace_documents_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES mcp.workspaces (id) ON DELETE CASCADE
);
CREATE INDEX idx_workspace_documents_workspace ON mcp.workspace_documents (workspace_id, updated_at DESC);
CREATE INDEX idx_workspace_documents_tenant ON mcp.workspace_documents (tenant_id);
CREATE INDEX idx_workspace_documents_text ON mcp.workspace_documents USING gin (to_tsvector('english', title || ' ' || content));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workspace_documents TO mcp_app;

-- A document as it was.
CREATE TABLE mcp.document_versions (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  version integer NOT NULL,
  content text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT document_versions_pkey PRIMARY KEY (id),
  CONSTRAINT document_versions_document_id_fkey FOREIGN KEY (document_id) REFERENCES mcp.workspace_documents (id) ON DELETE CASCADE
);
CREATE INDEX idx_document_versions_document ON mcp.document_versions (document_id, version DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.document_versions TO mcp_app;

-- People who belong together.
CREATE TABLE mcp.teams (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT teams_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_teams_tenant ON mcp.teams (tenant_id, name);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.teams TO mcp_app;

-- Who is in a team.
CREATE TABLE mcp.team_members (
  tenant_id uuid NOT NULL,
  team_id uuid NOT NULL,
  user_id uuid NOT NULL,
  CONSTRAINT team_members_pkey PRIMARY KEY (team_id, user_id),
  CONSTRAINT team_members_team_id_fkey FOREIGN KEY (team_id) REFERENCES mcp.teams (id) ON DELETE CASCADE
);
CREATE INDEX idx_team_members_user ON mcp.team_members (user_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.team_members TO mcp_app;

-- What a person is to be told.
CREATE TABLE mcp.notifications (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  read_at timestamptz,
  CONSTRAINT notifications_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_notifications_unread ON mcp.notifications (user_id, created_at DESC) WHERE read_at IS NULL;
CREATE INDEX idx_notifications_tenant ON mcp.notifications (tenant_id, created_at DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.notifications TO mcp_app;

-- A service outside.
CREATE TABLE mcp.integrations (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  integration_type varchar(50) NOT NULL,
  configuration jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT integrations_pkey PRIMARY KEY (id),
  CONSTRAINT integrations_tenant_id_name_key UNIQUE (tenant_id, name)
);
CREATE INDEX idx_integrations_type ON mcp.integrations (tenant_id, integration_type);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.integrations TO mcp_app;

-- Whom to tell of which events.
CREATE TABLE mcp.webhook_configs (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  integration_id uuid,
  url text NOT NULL,
  secret_encrypted bytea,
  events text[] NOT NULL DEFAULT '{}',
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT webhook_configs_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_configs_integration_id_fkey FOREIGN KEY (integration_id) REFERENCES mcp.integrations (id) ON DELETE CASCADE
);
CREATE INDEX idx_webhook_configs_integration ON mcp.webhook_configs (integration_id);
CREATE INDEX idx_webhook_configs_active ON mcp.webhook_configs (tenant_id) WHERE is_active;
CREATE INDEX idx_webhook_configs_events ON mcp.webhook_configs USING gin (events);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.webhook_configs TO mcp_app;

-- What has happened, for those who listen.
CREATE TABLE mcp.events (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  aggregate_type varchar(100) NOT NULL,
  aggregate_id uuid NOT NULL,
  event_type varchar(100) NOT NULL,
  event_data jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT events_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_events_aggregate ON mcp.events (aggregate_type, aggregate_id, created_at);
CREATE INDEX idx_events_tenant ON mcp.events (tenant_id, created_at DESC);
CREATE INDEX idx_events_type ON mcp.events (event_type, created_at DESC);
GRANT SELECT, INSERT ON mcp.events TO mcp_app;

-- Who has changed what; written by triggers, never with a secret in it.
CREATE TABLE mcp.audit_log (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  table_name varchar(63) NOT NULL,
  row_id text,
  action varchar(10) NOT NULL,
  actor text NOT NULL DEFAULT CURRENT_USER,
  changes jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT audit_log_pkey PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);
CREATE TABLE mcp.audit_log_default PARTITION OF mcp.audit_log DEFAULT;
CREATE INDEX idx_audit_log_tenant ON mcp.audit_log (tenant_id, created_at DESC);
CREATE INDEX idx_audit_log_row ON mcp.audit_log (table_name, row_id);
GRANT SELECT, INSERT ON mcp.audit_log TO mcp_app;

-- The models that make embeddings; the same for all tenants.
CREATE TABLE mcp.embedding_models (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  provider varchar(50) NOT NULL,
  model_name varchar(100) NOT NULL,
  dimensions integer NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  CONSTRAINT embedding_models_pkey PRIMARY KEY (id),
  CONSTRAINT embedding_models_provider_model_name_key UNIQUE (provider, model_name)
);
CREATE INDEX idx_embedding_models_active ON mcp.embedding_models (provider) WHERE is_active;
GRANT SELECT ON mcp.embedding_models TO mcp_app;

-- A text with its vector and its words.
CREATE TABLE mcp.embeddings (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  context_id uuid,
  model_id uuid NOT NULL,
  content_hash varchar(64) NOT NULL,
  content text NOT NULL,
  vector public.vector(1536),
  metadata jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT embeddings_pkey PRIMARY KEY (id),
  CONSTRAINT embeddings_model_id_fkey FOREIGN KEY (model_id) REFERENCES mcp.embedding_models (id) ON DELETE RESTRICT,
  CONSTRAINT embeddings_context_id_fkey FOREIGN KEY (context_id) REFERENCES mcp.contexts (id) ON DELETE CASCADE,
  CONSTRAINT embeddings_tenant_id_content_hash_model_id_key UNIQUE (tenant_id, content_hash, model_id)
);
CREATE INDEX idx_embeddings_context ON mcp.embeddings (context_id);
CREATE INDEX idx_embeddings_model ON mcp.embeddings (model_id);
CREATE INDEX idx_embeddings_created ON mcp.embeddings (tenant_id, created_at DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embeddings TO mcp_app;

CREATE TRIGGER update_users_updated_at BEFORE UPDATE ON mcp.users FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();
CREATE TRIGGER update_agents_updated_at BEFORE UPDATE ON mcp.agents FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();
CREATE TRIGGER update_contexts_updated_at BEFORE UPDATE ON mcp.contexts FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();
CREATE TRIGGER update_tasks_updated_at BEFORE UPDATE ON mcp.tasks FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();
