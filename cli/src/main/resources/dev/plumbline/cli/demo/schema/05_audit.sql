CREATE TABLE mcp.audit_log (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    tenant_id uuid,
    action varchar(100) NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);
CREATE TABLE mcp.audit_log_2026_01 PARTITION OF mcp.audit_log FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE mcp.audit_log_2026_02 PARTITION OF mcp.audit_log FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE mcp.audit_log_default PARTITION OF mcp.audit_log DEFAULT;
CREATE INDEX idx_audit_log_tenant ON mcp.audit_log (tenant_id, created_at DESC);
CREATE INDEX idx_audit_log_time ON mcp.audit_log USING brin (created_at);

CREATE TABLE mcp.api_key_usage (
    key_id uuid NOT NULL REFERENCES mcp.api_keys (id),
    used_at timestamptz NOT NULL DEFAULT now(),
    endpoint text NOT NULL
) PARTITION BY RANGE (used_at);
CREATE TABLE mcp.api_key_usage_2026_01 PARTITION OF mcp.api_key_usage FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE INDEX idx_api_key_usage_key ON mcp.api_key_usage (key_id, used_at DESC);
