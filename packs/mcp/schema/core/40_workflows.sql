-- SPDX-License-Identifier: Apache-2.0
-- Workflows and workspaces.

-- Steps in an order.
CREATE TABLE mcp.workflows (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  definition jsonb NOT NULL DEFAULT '{}',
  type mcp.workflow_type NOT NULL DEFAULT 'sequential',
  status mcp.workflow_status NOT NULL DEFAULT 'draft',
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workflows_pkey PRIMARY KEY (id),
  CONSTRAINT workflows_tenant_id_name_key UNIQUE (tenant_id, name),
  CONSTRAINT workflows_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES mcp.users (tenant_id, id) ON DELETE SET NULL (created_by),
  CONSTRAINT workflows_definition_check CHECK (jsonb_typeof(definition) = 'object'),
  CONSTRAINT workflows_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT workflows_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_workflows_created_by ON mcp.workflows (created_by);
CREATE INDEX idx_workflows_definition ON mcp.workflows USING gin (definition);
CREATE INDEX idx_workflows_status ON mcp.workflows (tenant_id, status);
ALTER TABLE mcp.workflows ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.workflows FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.workflows USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workflows TO mcp_app;

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

-- A step of a workflow.
CREATE TABLE mcp.workflow_steps (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  position integer NOT NULL,
  name varchar(255) NOT NULL,
  configuration jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT workflow_steps_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_steps_tenant_id_workflow_id_fkey FOREIGN KEY (tenant_id, workflow_id) REFERENCES mcp.workflows (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT workflow_steps_workflow_id_position_key UNIQUE (workflow_id, position),
  CONSTRAINT workflow_steps_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT workflow_steps_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
ALTER TABLE mcp.workflow_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.workflow_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.workflow_steps USING (tenant_id = (SELECT mcp.current_tenant_id()));
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
  CONSTRAINT workflow_executions_tenant_id_workflow_id_fkey FOREIGN KEY (tenant_id, workflow_id) REFERENCES mcp.workflows (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT workflow_executions_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT workflow_executions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_workflow_executions_workflow ON mcp.workflow_executions (workflow_id, started_at DESC);
CREATE INDEX idx_workflow_executions_running ON mcp.workflow_executions (tenant_id) WHERE completed_at IS NULL;
ALTER TABLE mcp.workflow_executions ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.workflow_executions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.workflow_executions USING (tenant_id = (SELECT mcp.current_tenant_id()));
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
  CONSTRAINT workflow_execution_steps_tenant_id_execution_id_fkey FOREIGN KEY (tenant_id, execution_id) REFERENCES mcp.workflow_executions (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT workflow_execution_steps_tenant_id_step_id_fkey FOREIGN KEY (tenant_id, step_id) REFERENCES mcp.workflow_steps (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT workflow_execution_steps_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_workflow_execution_steps_execution ON mcp.workflow_execution_steps (execution_id);
CREATE INDEX idx_workflow_execution_steps_step ON mcp.workflow_execution_steps (step_id);
CREATE INDEX idx_workflow_execution_steps_tenant ON mcp.workflow_execution_steps (tenant_id);
ALTER TABLE mcp.workflow_execution_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.workflow_execution_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.workflow_execution_steps USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workflow_execution_steps TO mcp_app;

-- Where people and agents work together.
CREATE TABLE mcp.workspaces (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  description text,
  visibility mcp.workspace_visibility NOT NULL DEFAULT 'private',
  created_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  CONSTRAINT workspaces_pkey PRIMARY KEY (id),
  CONSTRAINT workspaces_tenant_id_name_key UNIQUE (tenant_id, name),
  CONSTRAINT workspaces_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT workspaces_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_workspaces_live ON mcp.workspaces (tenant_id) WHERE archived_at IS NULL;
ALTER TABLE mcp.workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.workspaces FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.workspaces USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workspaces TO mcp_app;

-- Who takes part in a workspace.
CREATE TABLE mcp.workspace_members (
  tenant_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role mcp.member_role NOT NULL DEFAULT 'contributor',
  joined_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workspace_members_pkey PRIMARY KEY (workspace_id, user_id),
  CONSTRAINT workspace_members_tenant_id_workspace_id_fkey FOREIGN KEY (tenant_id, workspace_id) REFERENCES mcp.workspaces (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT workspace_members_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES mcp.users (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT workspace_members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_workspace_members_user ON mcp.workspace_members (user_id);
CREATE INDEX idx_workspace_members_tenant ON mcp.workspace_members (tenant_id);
ALTER TABLE mcp.workspace_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.workspace_members FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.workspace_members USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.workspace_members TO mcp_app;

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
  CONSTRAINT workspace_documents_tenant_id_workspace_id_fkey FOREIGN KEY (tenant_id, workspace_id) REFERENCES mcp.workspaces (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT workspace_documents_version_check CHECK (version > 0),
  CONSTRAINT workspace_documents_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT workspace_documents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_workspace_documents_workspace ON mcp.workspace_documents (workspace_id, updated_at DESC);
CREATE INDEX idx_workspace_documents_text ON mcp.workspace_documents USING gin (to_tsvector('english', title || ' ' || content));
ALTER TABLE mcp.workspace_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.workspace_documents FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.workspace_documents USING (tenant_id = (SELECT mcp.current_tenant_id()));
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
  CONSTRAINT document_versions_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES mcp.workspace_documents (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT document_versions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_document_versions_document ON mcp.document_versions (document_id, version DESC);
CREATE INDEX idx_document_versions_tenant ON mcp.document_versions (tenant_id);
ALTER TABLE mcp.document_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.document_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.document_versions USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.document_versions TO mcp_app;

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

-- People who belong together.
CREATE TABLE mcp.teams (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT teams_pkey PRIMARY KEY (id),
  CONSTRAINT teams_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT teams_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_teams_tenant ON mcp.teams (tenant_id, name);
ALTER TABLE mcp.teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.teams FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.teams USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.teams TO mcp_app;

-- Who is in a team.
CREATE TABLE mcp.team_members (
  tenant_id uuid NOT NULL,
  team_id uuid NOT NULL,
  user_id uuid NOT NULL,
  CONSTRAINT team_members_pkey PRIMARY KEY (team_id, user_id),
  CONSTRAINT team_members_tenant_id_team_id_fkey FOREIGN KEY (tenant_id, team_id) REFERENCES mcp.teams (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT team_members_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES mcp.users (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT team_members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_team_members_user ON mcp.team_members (user_id);
CREATE INDEX idx_team_members_tenant ON mcp.team_members (tenant_id);
ALTER TABLE mcp.team_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.team_members FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.team_members USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.team_members TO mcp_app;

-- What a person is to be told.
CREATE TABLE mcp.notifications (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  read_at timestamptz,
  CONSTRAINT notifications_pkey PRIMARY KEY (id),
  CONSTRAINT notifications_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES mcp.users (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT notifications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_notifications_unread ON mcp.notifications (user_id, created_at DESC) WHERE read_at IS NULL;
CREATE INDEX idx_notifications_tenant ON mcp.notifications (tenant_id, created_at DESC);
CREATE INDEX idx_notifications_user_id ON mcp.notifications (user_id);
ALTER TABLE mcp.notifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.notifications FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.notifications USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.notifications TO mcp_app;
