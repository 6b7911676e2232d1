-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- The tables that are missing, with row-level security from the start: nobody uses them yet. The unique indexes of 000004 become constraints, which
-- takes a moment each, so that a row can refer to another by its tenant as well.

ALTER TABLE mcp.users ADD CONSTRAINT users_tenant_id_id_key UNIQUE USING INDEX users_tenant_id_id_key;
ALTER TABLE mcp.api_keys ADD CONSTRAINT api_keys_tenant_id_id_key UNIQUE USING INDEX api_keys_tenant_id_id_key;
ALTER TABLE mcp.models ADD CONSTRAINT models_tenant_id_id_key UNIQUE USING INDEX models_tenant_id_id_key;
ALTER TABLE mcp.agents ADD CONSTRAINT agents_tenant_id_id_key UNIQUE USING INDEX agents_tenant_id_id_key;
ALTER TABLE mcp.contexts ADD CONSTRAINT contexts_tenant_id_id_key UNIQUE USING INDEX contexts_tenant_id_id_key;
ALTER TABLE mcp.prompts ADD CONSTRAINT prompts_tenant_id_name_key UNIQUE USING INDEX prompts_tenant_id_name_key;
ALTER TABLE mcp.prompts ADD CONSTRAINT prompts_tenant_id_id_key UNIQUE USING INDEX prompts_tenant_id_id_key;
ALTER TABLE mcp.workflows ADD CONSTRAINT workflows_tenant_id_id_key UNIQUE USING INDEX workflows_tenant_id_id_key;
ALTER TABLE mcp.workflow_steps ADD CONSTRAINT workflow_steps_workflow_id_position_key UNIQUE USING INDEX workflow_steps_workflow_id_position_key;
ALTER TABLE mcp.workflow_steps ADD CONSTRAINT workflow_steps_tenant_id_id_key UNIQUE USING INDEX workflow_steps_tenant_id_id_key;
ALTER TABLE mcp.workflow_executions ADD CONSTRAINT workflow_executions_tenant_id_id_key UNIQUE USING INDEX workflow_executions_tenant_id_id_key;
ALTER TABLE mcp.workspaces ADD CONSTRAINT workspaces_tenant_id_id_key UNIQUE USING INDEX workspaces_tenant_id_id_key;
ALTER TABLE mcp.workspace_documents ADD CONSTRAINT workspace_documents_tenant_id_id_key UNIQUE USING INDEX workspace_documents_tenant_id_id_key;
ALTER TABLE mcp.teams ADD CONSTRAINT teams_tenant_id_id_key UNIQUE USING INDEX teams_tenant_id_id_key;
ALTER TABLE mcp.integrations ADD CONSTRAINT integrations_tenant_id_id_key UNIQUE USING INDEX integrations_tenant_id_id_key;

-- What a tenant has set; one row each.
CREATE TABLE mcp.tenant_config (
  tenant_id uuid NOT NULL,
  rate_limit_config jsonb NOT NULL DEFAULT '{}',
  service_tokens jsonb NOT NULL DEFAULT '{}',
  allowed_origins text[] NOT NULL DEFAULT '{}',
  features jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT tenant_config_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_config_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE,
  CONSTRAINT tenant_config_rate_limits_check CHECK (mcp.validate_jsonb_keys(rate_limit_config, '{}', '{default,requests,tokens,tools,searches}')),
  CONSTRAINT tenant_config_features_check CHECK (jsonb_typeof(features) = 'object')
);
CREATE INDEX idx_tenant_config_features ON mcp.tenant_config USING gin (features jsonb_path_ops);
ALTER TABLE mcp.tenant_config ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.tenant_config FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.tenant_config USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY security_functions ON mcp.tenant_config TO mcp_security USING (true);
CREATE POLICY maintenance ON mcp.tenant_config FOR SELECT TO mcp_maintenance USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tenant_config TO mcp_app;
GRANT SELECT ON mcp.tenant_config TO mcp_security;
GRANT SELECT ON mcp.tenant_config TO mcp_maintenance;

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

-- Which task a request under a key has made.
CREATE TABLE mcp.task_idempotency_keys (
  tenant_id uuid NOT NULL,
  idempotency_key varchar(255) NOT NULL,
  task_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '24 hours',
  CONSTRAINT task_idempotency_keys_pkey PRIMARY KEY (tenant_id, idempotency_key),
  CONSTRAINT task_idempotency_keys_expiry_check CHECK (expires_at > created_at),
  CONSTRAINT task_idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_task_idempotency_keys_expires ON mcp.task_idempotency_keys (expires_at);
ALTER TABLE mcp.task_idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.task_idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.task_idempotency_keys USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY maintenance ON mcp.task_idempotency_keys TO mcp_maintenance USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.task_idempotency_keys TO mcp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.task_idempotency_keys TO mcp_maintenance;

-- Every delegation, also when it is gone.
CREATE TABLE mcp.task_delegation_history (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  tenant_id uuid NOT NULL,
  delegation_id uuid NOT NULL,
  task_id uuid NOT NULL,
  from_agent_id uuid,
  to_agent_id uuid NOT NULL,
  delegation_type mcp.delegation_type NOT NULL,
  reason text,
  delegated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT task_delegation_history_pkey PRIMARY KEY (id),
  CONSTRAINT task_delegation_history_delegation_id_key UNIQUE (delegation_id)
);
CREATE INDEX idx_task_delegation_history_task ON mcp.task_delegation_history (task_id, delegated_at);
ALTER TABLE mcp.task_delegation_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.task_delegation_history FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.task_delegation_history USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT ON mcp.task_delegation_history TO mcp_app;

-- Every change of a task's status, recorded by trigger.
CREATE TABLE mcp.task_state_transitions (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  tenant_id uuid NOT NULL,
  task_id uuid NOT NULL,
  from_status mcp.task_status,
  to_status mcp.task_status NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT task_state_transitions_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_task_state_transitions_task ON mcp.task_state_transitions (task_id, changed_at);
ALTER TABLE mcp.task_state_transitions ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.task_state_transitions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.task_state_transitions USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY maintenance ON mcp.task_state_transitions TO mcp_maintenance USING (true);
GRANT SELECT, INSERT ON mcp.task_state_transitions TO mcp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.task_state_transitions TO mcp_maintenance;

-- A file of a task; uploaded once under a key.
CREATE TABLE mcp.task_attachments (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  task_id uuid NOT NULL,
  idempotency_key varchar(255),
  name varchar(255) NOT NULL,
  media_type varchar(100) NOT NULL DEFAULT 'application/octet-stream',
  content bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT task_attachments_pkey PRIMARY KEY (id),
  CONSTRAINT task_attachments_idempotency_key_fkey FOREIGN KEY (tenant_id, idempotency_key) REFERENCES mcp.task_idempotency_keys (tenant_id, idempotency_key) ON DELETE SET NULL (idempotency_key),
  CONSTRAINT task_attachments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_task_attachments_task ON mcp.task_attachments (task_id);
CREATE INDEX idx_task_attachments_idempotency_key ON mcp.task_attachments (idempotency_key);
CREATE INDEX idx_task_attachments_tenant ON mcp.task_attachments (tenant_id);
ALTER TABLE mcp.task_attachments ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.task_attachments FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.task_attachments USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.task_attachments TO mcp_app;

-- A workflow to begin from.
CREATE TABLE mcp.workflow_templates (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  definition jsonb NOT NULL,
  CONSTRAINT workflow_templates_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_templates_tenant_id_name_key UNIQUE (tenant_id, name),
  CONSTRAINT workflow_templates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
ALTER TABLE mcp.workflow_templates ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.workflow_templates FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.workflow_templates USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workflow_templates TO mcp_app;

-- What was done in a workspace.
CREATE TABLE mcp.workspace_activities (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  actor_id uuid,
  action varchar(100) NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workspace_activities_pkey PRIMARY KEY (id),
  CONSTRAINT workspace_activities_tenant_id_workspace_id_fkey FOREIGN KEY (tenant_id, workspace_id) REFERENCES mcp.workspaces (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT workspace_activities_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_workspace_activities_workspace ON mcp.workspace_activities (workspace_id, created_at DESC);
CREATE INDEX idx_workspace_activities_tenant ON mcp.workspace_activities (tenant_id, created_at DESC);
ALTER TABLE mcp.workspace_activities ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.workspace_activities FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.workspace_activities USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT ON mcp.workspace_activities TO mcp_app;

-- Who is writing a document.
CREATE TABLE mcp.document_locks (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  held_by uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT document_locks_pkey PRIMARY KEY (document_id),
  CONSTRAINT document_locks_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES mcp.workspace_documents (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT document_locks_tenant_id_held_by_fkey FOREIGN KEY (tenant_id, held_by) REFERENCES mcp.users (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT document_locks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_document_locks_held_by ON mcp.document_locks (held_by);
CREATE INDEX idx_document_locks_tenant ON mcp.document_locks (tenant_id);
ALTER TABLE mcp.document_locks ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.document_locks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.document_locks USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.document_locks TO mcp_app;

-- The changes of a document, in order.
CREATE TABLE mcp.document_operations (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  operation jsonb NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT document_operations_pkey PRIMARY KEY (id),
  CONSTRAINT document_operations_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES mcp.workspace_documents (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT document_operations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_document_operations_document ON mcp.document_operations (document_id, id);
CREATE INDEX idx_document_operations_tenant ON mcp.document_operations (tenant_id);
ALTER TABLE mcp.document_operations ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.document_operations FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.document_operations USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.document_operations TO mcp_app;

-- What was sent to whom, and what came of it.
CREATE TABLE mcp.webhook_deliveries (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid,
  status_code integer,
  attempted_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (id, attempted_at)
) PARTITION BY RANGE (attempted_at);
CREATE TABLE mcp.webhook_deliveries_default PARTITION OF mcp.webhook_deliveries DEFAULT;
CREATE INDEX idx_webhook_deliveries_webhook ON mcp.webhook_deliveries (webhook_id, attempted_at DESC);
ALTER TABLE mcp.webhook_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.webhook_deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.webhook_deliveries USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT ON mcp.webhook_deliveries TO mcp_app;

-- A tool of a tenant: where it is, how it is called, how it fares.
CREATE TABLE mcp.tool_configurations (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  tool_type varchar(20) NOT NULL,
  base_url text NOT NULL,
  auth_type varchar(20) NOT NULL DEFAULT 'none',
  auth_config jsonb NOT NULL DEFAULT '{}',
  credentials_encrypted bytea,
  credentials_key_id varchar(100),
  api_spec jsonb,
  discovered_endpoints jsonb NOT NULL DEFAULT '[]',
  health_status varchar(20) NOT NULL DEFAULT 'unknown',
  health_checked_at timestamptz,
  health_failures integer NOT NULL DEFAULT 0,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT tool_configurations_pkey PRIMARY KEY (id),
  CONSTRAINT tool_configurations_tenant_id_name_key UNIQUE (tenant_id, name),
  CONSTRAINT tool_configurations_tool_type_check CHECK (tool_type IN ('rest', 'graphql', 'grpc', 'webhook')),
  CONSTRAINT tool_configurations_auth_check CHECK (mcp.validate_auth_config(auth_type, auth_config)),
  CONSTRAINT tool_configurations_credentials_check CHECK ((credentials_encrypted IS NULL) = (credentials_key_id IS NULL)),
  CONSTRAINT tool_configurations_endpoints_check CHECK (jsonb_typeof(discovered_endpoints) = 'array'),
  CONSTRAINT tool_configurations_health_check CHECK (health_status IN ('unknown', 'healthy', 'degraded', 'unhealthy')),
  CONSTRAINT tool_configurations_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT tool_configurations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_tool_configurations_active ON mcp.tool_configurations (tenant_id, tool_type) INCLUDE (name, base_url) WHERE is_active;
CREATE INDEX idx_tool_configurations_endpoints ON mcp.tool_configurations USING gin (discovered_endpoints jsonb_path_ops);
ALTER TABLE mcp.tool_configurations ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.tool_configurations FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.tool_configurations USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tool_configurations TO mcp_app;

-- One search for a tool's endpoints.
CREATE TABLE mcp.tool_discovery_sessions (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  tool_id uuid,
  base_url text NOT NULL,
  status varchar(20) NOT NULL DEFAULT 'running',
  endpoints_found integer NOT NULL DEFAULT 0,
  error text,
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT tool_discovery_sessions_pkey PRIMARY KEY (id),
  CONSTRAINT tool_discovery_sessions_tenant_id_tool_id_fkey FOREIGN KEY (tenant_id, tool_id) REFERENCES mcp.tool_configurations (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT tool_discovery_sessions_status_check CHECK (status IN ('running', 'found', 'nothing', 'failed')),
  CONSTRAINT tool_discovery_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_tool_discovery_sessions_tool_id ON mcp.tool_discovery_sessions (tool_id);
CREATE INDEX idx_tool_discovery_sessions_tenant ON mcp.tool_discovery_sessions (tenant_id);
ALTER TABLE mcp.tool_discovery_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.tool_discovery_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.tool_discovery_sessions USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tool_discovery_sessions TO mcp_app;

-- Where tools of a kind usually have their description.
CREATE TABLE mcp.tool_discovery_patterns (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  tool_type varchar(20) NOT NULL,
  path_pattern text NOT NULL,
  successes bigint NOT NULL DEFAULT 0,
  failures bigint NOT NULL DEFAULT 0,
  CONSTRAINT tool_discovery_patterns_pkey PRIMARY KEY (id),
  CONSTRAINT tool_discovery_patterns_key UNIQUE (tenant_id, tool_type, path_pattern),
  CONSTRAINT tool_discovery_patterns_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
ALTER TABLE mcp.tool_discovery_patterns ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.tool_discovery_patterns FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.tool_discovery_patterns USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tool_discovery_patterns TO mcp_app;

-- One call of a tool.
CREATE TABLE mcp.tool_executions (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  tool_id uuid NOT NULL,
  executed_at timestamptz NOT NULL DEFAULT now(),
  duration_ms integer NOT NULL,
  succeeded boolean NOT NULL,
  request jsonb,
  response jsonb,
  retain_until timestamptz NOT NULL,
  CONSTRAINT tool_executions_pkey PRIMARY KEY (id, executed_at),
  CONSTRAINT tool_executions_tenant_id_tool_id_fkey FOREIGN KEY (tenant_id, tool_id) REFERENCES mcp.tool_configurations (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT tool_executions_duration_check CHECK (duration_ms >= 0)
) PARTITION BY RANGE (executed_at);
CREATE TABLE mcp.tool_executions_default PARTITION OF mcp.tool_executions DEFAULT;
CREATE INDEX idx_tool_executions_retain ON mcp.tool_executions (retain_until);
CREATE INDEX idx_tool_executions_tenant ON mcp.tool_executions (tenant_id, executed_at DESC);
CREATE INDEX idx_tool_executions_executed_brin ON mcp.tool_executions USING brin (executed_at);
CREATE INDEX idx_tool_executions_tool_id ON mcp.tool_executions (tool_id);
ALTER TABLE mcp.tool_executions ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.tool_executions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.tool_executions USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY maintenance ON mcp.tool_executions TO mcp_maintenance USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tool_executions TO mcp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tool_executions TO mcp_maintenance;

-- Calls whose time to be kept at hand is over.
CREATE TABLE mcp.tool_executions_archive (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  tool_id uuid NOT NULL,
  executed_at timestamptz NOT NULL,
  duration_ms integer NOT NULL,
  succeeded boolean NOT NULL,
  request jsonb,
  response jsonb,
  retain_until timestamptz NOT NULL,
  CONSTRAINT tool_executions_archive_pkey PRIMARY KEY (id, executed_at)
);
CREATE INDEX idx_tool_executions_archive_tenant ON mcp.tool_executions_archive (tenant_id, executed_at DESC);
ALTER TABLE mcp.tool_executions_archive ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.tool_executions_archive FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.tool_executions_archive USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY maintenance ON mcp.tool_executions_archive TO mcp_maintenance USING (true);
GRANT SELECT ON mcp.tool_executions_archive TO mcp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tool_executions_archive TO mcp_maintenance;

-- How long the application's queries took.
CREATE TABLE mcp.query_metrics (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  tenant_id uuid NOT NULL,
  query_name varchar(100) NOT NULL,
  duration_ms double precision NOT NULL,
  rows_returned bigint,
  measured_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT query_metrics_pkey PRIMARY KEY (id, measured_at)
) PARTITION BY RANGE (measured_at);
CREATE TABLE mcp.query_metrics_default PARTITION OF mcp.query_metrics DEFAULT;
CREATE INDEX idx_query_metrics_measured_brin ON mcp.query_metrics USING brin (measured_at);
CREATE INDEX idx_query_metrics_name ON mcp.query_metrics (tenant_id, query_name, measured_at);
ALTER TABLE mcp.query_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.query_metrics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.query_metrics USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT ON mcp.query_metrics TO mcp_app;

-- How the application's endpoints fared.
CREATE TABLE mcp.endpoint_metrics (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  tenant_id uuid NOT NULL,
  endpoint varchar(255) NOT NULL,
  status_code integer NOT NULL,
  duration_ms double precision NOT NULL,
  measured_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT endpoint_metrics_pkey PRIMARY KEY (id, measured_at)
) PARTITION BY RANGE (measured_at);
CREATE TABLE mcp.endpoint_metrics_default PARTITION OF mcp.endpoint_metrics DEFAULT;
CREATE INDEX idx_endpoint_metrics_measured_brin ON mcp.endpoint_metrics USING brin (measured_at);
CREATE INDEX idx_endpoint_metrics_name ON mcp.endpoint_metrics (tenant_id, endpoint, measured_at);
ALTER TABLE mcp.endpoint_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.endpoint_metrics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.endpoint_metrics USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT ON mcp.endpoint_metrics TO mcp_app;

-- How much of a limit is left.
CREATE TABLE mcp.rate_limit_buckets (
  tenant_id uuid NOT NULL,
  bucket varchar(50) NOT NULL,
  subject varchar(100) NOT NULL DEFAULT '',
  tokens double precision NOT NULL,
  refilled_at timestamptz NOT NULL,
  CONSTRAINT rate_limit_buckets_pkey PRIMARY KEY (tenant_id, bucket, subject),
  CONSTRAINT rate_limit_buckets_tokens_check CHECK (tokens >= 0),
  CONSTRAINT rate_limit_buckets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
ALTER TABLE mcp.rate_limit_buckets ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.rate_limit_buckets FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.rate_limit_buckets USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY security_functions ON mcp.rate_limit_buckets TO mcp_security USING (true);
CREATE POLICY maintenance ON mcp.rate_limit_buckets TO mcp_maintenance USING (true);
GRANT SELECT ON mcp.rate_limit_buckets TO mcp_app;
GRANT SELECT, INSERT, UPDATE ON mcp.rate_limit_buckets TO mcp_security;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.rate_limit_buckets TO mcp_maintenance;

-- What a tenant has used, by day.
CREATE TABLE mcp.usage_metrics (
  tenant_id uuid NOT NULL,
  metric varchar(50) NOT NULL,
  day date NOT NULL,
  quantity numeric(20,6) NOT NULL DEFAULT 0,
  CONSTRAINT usage_metrics_pkey PRIMARY KEY (tenant_id, metric, day),
  CONSTRAINT usage_metrics_quantity_check CHECK (quantity >= 0),
  CONSTRAINT usage_metrics_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
ALTER TABLE mcp.usage_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.usage_metrics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.usage_metrics USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.usage_metrics TO mcp_app;

-- Vectors that were made before, by what they were made of.
CREATE TABLE mcp.embedding_cache (
  tenant_id uuid NOT NULL,
  model_id uuid NOT NULL,
  content_hash varchar(64) NOT NULL,
  embedding public.vector(1536) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  CONSTRAINT embedding_cache_pkey PRIMARY KEY (tenant_id, content_hash, model_id),
  CONSTRAINT embedding_cache_model_id_fkey FOREIGN KEY (model_id) REFERENCES mcp.embedding_models (id) ON DELETE CASCADE,
  CONSTRAINT embedding_cache_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_embedding_cache_model_id ON mcp.embedding_cache (model_id);
ALTER TABLE mcp.embedding_cache ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.embedding_cache FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.embedding_cache USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embedding_cache TO mcp_app;

-- How many documents a tenant has and how long they are; kept by trigger.
CREATE TABLE mcp.embedding_statistics (
  tenant_id uuid NOT NULL,
  total_documents bigint NOT NULL DEFAULT 0,
  total_length bigint NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT embedding_statistics_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT embedding_statistics_counts_check CHECK (total_documents >= 0 AND total_length >= 0),
  CONSTRAINT embedding_statistics_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
ALTER TABLE mcp.embedding_statistics ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.embedding_statistics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.embedding_statistics USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY security_functions ON mcp.embedding_statistics TO mcp_security USING (true);
GRANT SELECT ON mcp.embedding_statistics TO mcp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embedding_statistics TO mcp_security;

-- In how many of a tenant's documents a word stands.
CREATE TABLE mcp.embedding_term_counts (
  tenant_id uuid NOT NULL,
  term text NOT NULL,
  document_count bigint NOT NULL,
  CONSTRAINT embedding_term_counts_pkey PRIMARY KEY (tenant_id, term),
  CONSTRAINT embedding_term_counts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.embedding_statistics (tenant_id) ON DELETE CASCADE,
  CONSTRAINT embedding_term_counts_count_check CHECK (document_count >= 0)
);
ALTER TABLE mcp.embedding_term_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.embedding_term_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.embedding_term_counts USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY security_functions ON mcp.embedding_term_counts TO mcp_security USING (true);
GRANT SELECT ON mcp.embedding_term_counts TO mcp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embedding_term_counts TO mcp_security;

-- How vectors of one model become those of another, for search across models.
CREATE TABLE mcp.projection_matrices (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  source_model_id uuid NOT NULL,
  target_model_id uuid NOT NULL,
  matrix public.vector[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT projection_matrices_pkey PRIMARY KEY (id),
  CONSTRAINT projection_matrices_source_model_id_fkey FOREIGN KEY (source_model_id) REFERENCES mcp.embedding_models (id) ON DELETE CASCADE,
  CONSTRAINT projection_matrices_target_model_id_fkey FOREIGN KEY (target_model_id) REFERENCES mcp.embedding_models (id) ON DELETE CASCADE,
  CONSTRAINT projection_matrices_models_key UNIQUE (source_model_id, target_model_id),
  CONSTRAINT projection_matrices_matrix_check CHECK (array_ndims(matrix) = 1)
);
CREATE INDEX idx_projection_matrices_target_model_id ON mcp.projection_matrices (target_model_id);
GRANT SELECT ON mcp.projection_matrices TO mcp_app;
GRANT SELECT ON mcp.projection_matrices TO mcp_security;

-- What making embeddings has cost.
CREATE TABLE mcp.embedding_metrics (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  model_id uuid NOT NULL,
  tokens_used integer NOT NULL,
  cost_usd numeric(10,6) NOT NULL,
  measured_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT embedding_metrics_pkey PRIMARY KEY (id, measured_at)
) PARTITION BY RANGE (measured_at);
CREATE TABLE mcp.embedding_metrics_default PARTITION OF mcp.embedding_metrics DEFAULT;
CREATE INDEX idx_embedding_metrics_model ON mcp.embedding_metrics (model_id, measured_at DESC);
ALTER TABLE mcp.embedding_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.embedding_metrics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.embedding_metrics USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT ON mcp.embedding_metrics TO mcp_app;

ALTER TABLE mcp.tool_configurations ALTER COLUMN api_spec SET COMPRESSION lz4;
GRANT SELECT ON mcp.tenants TO mcp_security;
GRANT SELECT, UPDATE (last_used_at) ON mcp.api_keys TO mcp_security;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tasks TO mcp_maintenance;
GRANT INSERT ON mcp.audit_log TO mcp_security;
GRANT SELECT ON mcp.embeddings TO mcp_security;
