CREATE TABLE mcp.models (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    provider varchar(100) NOT NULL,
    name varchar(255) NOT NULL,
    dimensions integer CHECK (dimensions > 0),
    CONSTRAINT models_provider_name_key UNIQUE (provider, name)
);

CREATE TABLE mcp.agents (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    name varchar(255) NOT NULL,
    model_id uuid CONSTRAINT agents_model_id_fkey REFERENCES mcp.models (id),
    capabilities jsonb NOT NULL DEFAULT '[]',
    temperature numeric(3, 2) CONSTRAINT agents_temperature_check CHECK (temperature BETWEEN 0 AND 2),
    last_seen_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_agents_tenant ON mcp.agents (tenant_id);
CREATE INDEX idx_agents_model ON mcp.agents (model_id);
CREATE INDEX idx_agents_capabilities ON mcp.agents USING gin (capabilities jsonb_path_ops);

CREATE TABLE mcp.agent_configs (
    agent_id uuid PRIMARY KEY REFERENCES mcp.agents (id) ON DELETE CASCADE,
    config jsonb NOT NULL DEFAULT '{}',
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE mcp.tasks (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    title varchar(500) NOT NULL,
    status mcp.task_status NOT NULL DEFAULT 'pending',
    priority mcp.task_priority NOT NULL DEFAULT 'normal',
    assigned_to uuid CONSTRAINT tasks_assigned_to_fkey REFERENCES mcp.agents (id),
    parameters jsonb NOT NULL DEFAULT '{}',
    deadline timestamptz,
    auto_escalate boolean NOT NULL DEFAULT false,
    max_delegations integer NOT NULL DEFAULT 5 CONSTRAINT tasks_max_delegations_check CHECK (max_delegations >= 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_tasks_tenant ON mcp.tasks (tenant_id);
CREATE INDEX idx_tasks_tenant_status ON mcp.tasks (tenant_id, status);
CREATE INDEX idx_tasks_assigned ON mcp.tasks (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX idx_tasks_overdue ON mcp.tasks (deadline) WHERE auto_escalate;

CREATE TABLE mcp.task_delegations (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    task_id uuid NOT NULL REFERENCES mcp.tasks (id),
    from_agent_id uuid CONSTRAINT task_delegations_from_fkey REFERENCES mcp.agents (id),
    to_agent_id uuid NOT NULL CONSTRAINT task_delegations_to_fkey REFERENCES mcp.agents (id),
    delegation_type mcp.delegation_type NOT NULL DEFAULT 'manual',
    delegated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_task_delegations_task ON mcp.task_delegations (task_id);

CREATE TABLE mcp.task_delegation_history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delegation_id uuid NOT NULL REFERENCES mcp.task_delegations (id),
    changed_at timestamptz NOT NULL DEFAULT now(),
    reason text
);
CREATE INDEX idx_delegation_history_delegation ON mcp.task_delegation_history (delegation_id);

CREATE TABLE mcp.task_state_transitions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id uuid NOT NULL REFERENCES mcp.tasks (id) ON DELETE CASCADE,
    from_status mcp.task_status,
    to_status mcp.task_status NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_transitions_task ON mcp.task_state_transitions (task_id, changed_at DESC);

CREATE TABLE mcp.task_idempotency_keys (
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    idempotency_key varchar(255) NOT NULL,
    task_id uuid NOT NULL REFERENCES mcp.tasks (id),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, idempotency_key)
);

CREATE FUNCTION mcp.record_task_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO mcp.task_state_transitions (task_id, from_status, to_status) VALUES (NEW.id, OLD.status, NEW.status);
    RETURN NEW;
END $$;
CREATE TRIGGER tasks_transition AFTER UPDATE OF status ON mcp.tasks
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION mcp.record_task_transition();

CREATE VIEW mcp.open_tasks AS
SELECT t.tenant_id, t.id, t.title, t.status, t.priority, a.name AS agent
FROM mcp.tasks t LEFT JOIN mcp.agents a ON a.id = t.assigned_to
WHERE t.status IN ('pending', 'assigned', 'in_progress');
