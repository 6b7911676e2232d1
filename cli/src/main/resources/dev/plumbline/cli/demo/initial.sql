-- What stands today: every migration of the past squashed into one, which its tool could not finish.
CREATE SCHEMA mcp;

CREATE TABLE public.schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL);
INSERT INTO public.schema_migrations VALUES (1, true);

CREATE FUNCTION mcp.update_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at = now();
    RETURN NEW;
END $$;

CREATE TABLE mcp.tenants (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name varchar(255) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE mcp.users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    email varchar(255) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE mcp.api_keys (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    user_id uuid REFERENCES mcp.users (id),
    key_hash varchar(255) NOT NULL,
    key_prefix varchar(16) NOT NULL,
    name varchar(255) NOT NULL,
    type varchar(50) NOT NULL DEFAULT 'user'
        CONSTRAINT api_keys_type_check CHECK (type IN ('user', 'administrator', 'bot', 'service')),
    scopes text[] NOT NULL DEFAULT '{}',
    is_active boolean NOT NULL DEFAULT true,
    expires_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE mcp.models (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    provider varchar(100) NOT NULL,
    name varchar(255) NOT NULL,
    dimensions integer
);

CREATE TABLE mcp.agents (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    name varchar(255) NOT NULL,
    model_id uuid,
    capabilities jsonb NOT NULL DEFAULT '[]',
    temperature numeric(3, 2),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE mcp.tasks (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    title varchar(500) NOT NULL,
    status varchar(50) NOT NULL DEFAULT 'pending',
    assigned_to uuid,
    parameters jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_tasks_tenant ON mcp.tasks (tenant_id);

CREATE TABLE mcp.task_delegations (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    task_id uuid NOT NULL REFERENCES mcp.tasks (id),
    from_agent_id uuid,
    to_agent_id uuid NOT NULL,
    delegated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE mcp.workflows (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    name varchar(255) NOT NULL,
    steps jsonb NOT NULL DEFAULT '[]',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE mcp.workspaces (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    name varchar(255) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE mcp.audit_log (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    tenant_id uuid,
    action varchar(100) NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);
CREATE TABLE mcp.audit_log_2026_01 PARTITION OF mcp.audit_log FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');

CREATE TRIGGER tenants_updated_at BEFORE UPDATE ON mcp.tenants
    FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at();
