-- SPDX-License-Identifier: Apache-2.0
-- Tenants, users, keys.

-- A customer of the platform; everything else belongs to one.
CREATE TABLE mcp.tenants (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug varchar(63) NOT NULL,
  name varchar(255) NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT tenants_pkey PRIMARY KEY (id),
  CONSTRAINT tenants_slug_key UNIQUE (slug)
);
CREATE INDEX idx_tenants_active ON mcp.tenants (slug) WHERE is_active;
ALTER TABLE mcp.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.tenants USING (id = (SELECT mcp.current_tenant_id()));
CREATE POLICY security_functions ON mcp.tenants TO mcp_security USING (true);
GRANT SELECT ON mcp.tenants TO mcp_app;
GRANT SELECT ON mcp.tenants TO mcp_security;

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

-- A person of a tenant.
CREATE TABLE mcp.users (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  email varchar(255) NOT NULL,
  name varchar(255),
  status varchar(20) NOT NULL DEFAULT 'active',
  metadata jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE,
  CONSTRAINT users_tenant_id_email_key UNIQUE (tenant_id, email),
  CONSTRAINT users_status_check CHECK (status IN ('active', 'inactive', 'suspended')),
  CONSTRAINT users_tenant_id_id_key UNIQUE (tenant_id, id)
);
CREATE INDEX idx_users_email ON mcp.users (lower(email));
ALTER TABLE mcp.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.users FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.users USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY security_functions ON mcp.users FOR SELECT TO mcp_security USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.users TO mcp_app;
GRANT SELECT ON mcp.users TO mcp_security;

-- A key as its hash; the key itself is nowhere.
CREATE TABLE mcp.api_keys (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  user_id uuid,
  key_hash varchar(64) NOT NULL,
  key_prefix varchar(12) NOT NULL,
  name varchar(255) NOT NULL,
  -- plumbline: renamed from type
  -- plumbline: using CASE key_type WHEN 'standard' THEN 'user' WHEN 'bot' THEN 'agent' WHEN 'edge' THEN 'gateway' ELSE key_type END
  -- plumbline: reverse using CASE key_type WHEN 'user' THEN 'standard' WHEN 'agent' THEN 'bot' WHEN 'gateway' THEN 'edge' ELSE key_type END
  key_type varchar(20) NOT NULL DEFAULT 'user',
  parent_key_id uuid,
  allowed_services text[] NOT NULL DEFAULT '{}',
  scopes text[] NOT NULL DEFAULT '{}',
  is_active boolean NOT NULL DEFAULT true,
  last_used_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT api_keys_pkey PRIMARY KEY (id),
  CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE,
  CONSTRAINT api_keys_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES mcp.users (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT api_keys_tenant_id_parent_key_id_fkey FOREIGN KEY (tenant_id, parent_key_id) REFERENCES mcp.api_keys (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT api_keys_key_hash_key UNIQUE (key_hash),
  CONSTRAINT api_keys_key_type_check CHECK (key_type IN ('user', 'admin', 'agent', 'service', 'gateway')),
  CONSTRAINT api_keys_key_hash_check CHECK (key_hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT api_keys_tenant_id_id_key UNIQUE (tenant_id, id)
);
CREATE INDEX idx_api_keys_user_id ON mcp.api_keys (user_id);
CREATE INDEX idx_api_keys_active ON mcp.api_keys (tenant_id, created_at) WHERE is_active;
CREATE INDEX idx_api_keys_parent_key_id ON mcp.api_keys (parent_key_id) WHERE parent_key_id IS NOT NULL;
CREATE INDEX idx_api_keys_key_type ON mcp.api_keys (tenant_id, key_type);
CREATE INDEX idx_api_keys_authentication ON mcp.api_keys (key_prefix) INCLUDE (id, tenant_id, key_hash, is_active, expires_at);
ALTER TABLE mcp.api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.api_keys USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY security_functions ON mcp.api_keys TO mcp_security USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.api_keys TO mcp_app;
GRANT SELECT, UPDATE (last_used_at) ON mcp.api_keys TO mcp_security;

-- What was asked with a key.
CREATE TABLE mcp.api_key_usage (
  tenant_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  used_at timestamptz NOT NULL DEFAULT now(),
  endpoint varchar(255) NOT NULL,
  status_code integer,
  response_time_ms integer
) PARTITION BY RANGE (used_at);
CREATE TABLE mcp.api_key_usage_default PARTITION OF mcp.api_key_usage DEFAULT;
CREATE INDEX idx_api_key_usage_key ON mcp.api_key_usage (api_key_id, used_at);
CREATE INDEX idx_api_key_usage_tenant ON mcp.api_key_usage (tenant_id, used_at);
ALTER TABLE mcp.api_key_usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.api_key_usage FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.api_key_usage USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT ON mcp.api_key_usage TO mcp_app;
