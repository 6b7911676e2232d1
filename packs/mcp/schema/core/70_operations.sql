-- SPDX-License-Identifier: Apache-2.0
-- Metrics, limits, usage.

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
