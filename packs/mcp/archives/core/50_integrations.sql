-- SPDX-License-Identifier: Apache-2.0
-- Integrations, webhooks, events.

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
GRANT SELECT, INSERT ON mcp.webhook_deliveries TO mcp_app;

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
GRANT SELECT ON mcp.audit_log TO mcp_app;
GRANT INSERT ON mcp.audit_log TO mcp_security;
