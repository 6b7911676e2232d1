CREATE TABLE mcp.workflows (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    name varchar(255) NOT NULL,
    workflow_type mcp.workflow_type NOT NULL DEFAULT 'sequential',
    status mcp.workflow_status NOT NULL DEFAULT 'draft',
    steps jsonb NOT NULL DEFAULT '[]' CONSTRAINT workflows_steps_check CHECK (jsonb_typeof(steps) = 'array'),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_workflows_tenant ON mcp.workflows (tenant_id);

CREATE TABLE mcp.workspaces (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    name varchar(255) NOT NULL,
    visibility mcp.workspace_visibility NOT NULL DEFAULT 'private',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_workspaces_tenant ON mcp.workspaces (tenant_id);

CREATE TABLE mcp.workspace_members (
    workspace_id uuid NOT NULL REFERENCES mcp.workspaces (id) ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES mcp.users (id) ON DELETE CASCADE,
    role mcp.member_role NOT NULL DEFAULT 'member',
    PRIMARY KEY (workspace_id, user_id)
);
CREATE INDEX idx_workspace_members_user ON mcp.workspace_members (user_id);

CREATE TABLE mcp.workspace_activities (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES mcp.workspaces (id) ON DELETE CASCADE,
    activity text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_workspace_activities_workspace ON mcp.workspace_activities (workspace_id, created_at DESC);
