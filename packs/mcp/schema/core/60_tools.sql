-- SPDX-License-Identifier: Apache-2.0
-- Tools that are found while the platform runs.

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
