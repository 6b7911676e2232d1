-- SPDX-License-Identifier: Apache-2.0
-- Tasks and what becomes of them.

-- A piece of work; partitioned by the time at which it was created.
CREATE TABLE mcp.tasks (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  parent_task_id uuid,
  agent_id uuid,
  title varchar(255) NOT NULL,
  description text,
  -- plumbline: renamed from state
  -- plumbline: using CASE status::text WHEN 'new' THEN 'pending' WHEN 'queued' THEN 'assigned' WHEN 'running' THEN 'in_progress' WHEN 'done' THEN 'completed' WHEN 'error' THEN 'failed' ELSE status::text END
  status mcp.task_status NOT NULL DEFAULT 'pending',
  priority mcp.task_priority NOT NULL DEFAULT 'medium',
  input_data jsonb NOT NULL DEFAULT '{}',
  output_data jsonb,
  deadline timestamptz,
  auto_escalate boolean NOT NULL DEFAULT false,
  escalation_timeout interval,
  escalated_at timestamptz,
  max_delegations integer NOT NULL DEFAULT 3,
  delegation_count integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT tasks_pkey PRIMARY KEY (id, created_at),
  CONSTRAINT tasks_tenant_id_agent_id_fkey FOREIGN KEY (tenant_id, agent_id) REFERENCES mcp.agents (tenant_id, id),
  CONSTRAINT tasks_max_delegations_check CHECK (max_delegations >= 0)
) PARTITION BY RANGE (created_at);
CREATE TABLE mcp.tasks_default PARTITION OF mcp.tasks DEFAULT;
CREATE INDEX idx_tasks_tenant_id ON mcp.tasks (tenant_id, created_at DESC);
CREATE INDEX idx_tasks_agent_id ON mcp.tasks (agent_id);
CREATE INDEX idx_tasks_parent ON mcp.tasks (parent_task_id) WHERE parent_task_id IS NOT NULL;
CREATE INDEX idx_tasks_status ON mcp.tasks (tenant_id, status, priority);
CREATE INDEX idx_tasks_deadline ON mcp.tasks (deadline) WHERE deadline IS NOT NULL AND auto_escalate;
CREATE INDEX idx_tasks_input_data ON mcp.tasks USING gin (input_data jsonb_path_ops);
ALTER TABLE mcp.tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.tasks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.tasks USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY maintenance ON mcp.tasks TO mcp_maintenance USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tasks TO mcp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.tasks TO mcp_maintenance;

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

-- A task handed from one agent to another.
CREATE TABLE mcp.task_delegations (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  task_id uuid NOT NULL,
  from_agent_id uuid,
  to_agent_id uuid NOT NULL,
  delegation_type mcp.delegation_type NOT NULL DEFAULT 'handoff',
  reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT task_delegations_pkey PRIMARY KEY (id),
  CONSTRAINT task_delegations_tenant_id_to_agent_id_fkey FOREIGN KEY (tenant_id, to_agent_id) REFERENCES mcp.agents (tenant_id, id),
  CONSTRAINT task_delegations_tenant_id_from_agent_id_fkey FOREIGN KEY (tenant_id, from_agent_id) REFERENCES mcp.agents (tenant_id, id),
  CONSTRAINT task_delegations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_task_delegations_task ON mcp.task_delegations (task_id);
CREATE INDEX idx_task_delegations_to_agent ON mcp.task_delegations (to_agent_id);
CREATE INDEX idx_task_delegations_from_agent ON mcp.task_delegations (from_agent_id);
CREATE INDEX idx_task_delegations_tenant ON mcp.task_delegations (tenant_id);
ALTER TABLE mcp.task_delegations ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.task_delegations FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.task_delegations USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.task_delegations TO mcp_app;

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

-- Which task waits for which.
CREATE TABLE mcp.task_dependencies (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  task_id uuid NOT NULL,
  depends_on uuid NOT NULL,
  CONSTRAINT task_dependencies_pkey PRIMARY KEY (id),
  CONSTRAINT task_dependencies_check CHECK (task_id <> depends_on),
  CONSTRAINT task_dependencies_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_task_dependencies_task ON mcp.task_dependencies (task_id);
CREATE INDEX idx_task_dependencies_tenant ON mcp.task_dependencies (tenant_id);
CREATE INDEX idx_task_dependencies_depends_on ON mcp.task_dependencies (depends_on);
ALTER TABLE mcp.task_dependencies ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.task_dependencies FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.task_dependencies USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.task_dependencies TO mcp_app;

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
