CREATE TABLE mcp.tenants (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name varchar(255) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE mcp.tenant_config (
    tenant_id uuid PRIMARY KEY REFERENCES mcp.tenants (id) ON DELETE CASCADE,
    rate_limit_config jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(rate_limit_config) = 'object'),
    allowed_origins text[] NOT NULL DEFAULT '{}',
    features jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(features) = 'object'),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE mcp.users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    email varchar(255) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT users_tenant_email_key UNIQUE (tenant_id, email)
);

CREATE TABLE mcp.api_keys (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES mcp.tenants (id),
    user_id uuid REFERENCES mcp.users (id),
    parent_key_id uuid REFERENCES mcp.api_keys (id) ON DELETE CASCADE,
    key_hash varchar(255) NOT NULL CONSTRAINT api_keys_key_hash_key UNIQUE,
    key_prefix varchar(16) NOT NULL,
    name varchar(255) NOT NULL,
    -- The column has another name and other allowed values than before; both are declared, neither is guessed.
    -- plumbline: renamed from type
    /* plumbline: using CASE key_type WHEN 'administrator' THEN 'admin' WHEN 'bot' THEN 'agent' ELSE key_type END */
    /* plumbline: reverse using CASE key_type WHEN 'admin' THEN 'administrator' WHEN 'agent' THEN 'bot'
                                              WHEN 'gateway' THEN 'service' ELSE key_type END */
    key_type varchar(50) NOT NULL DEFAULT 'user'
        CONSTRAINT api_keys_key_type_check CHECK (key_type IN ('user', 'admin', 'agent', 'service', 'gateway')),
    scopes text[] NOT NULL DEFAULT '{}',
    allowed_services text[] NOT NULL DEFAULT '{}',
    is_active boolean NOT NULL DEFAULT true,
    expires_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_api_keys_tenant ON mcp.api_keys (tenant_id);
CREATE INDEX idx_api_keys_user ON mcp.api_keys (user_id);
CREATE INDEX idx_api_keys_parent ON mcp.api_keys (parent_key_id);
CREATE INDEX idx_api_keys_active ON mcp.api_keys (key_hash) WHERE is_active AND revoked_at IS NULL;
COMMENT ON COLUMN mcp.api_keys.key_hash IS 'SHA-256 of the key; the key itself is never stored';

CREATE FUNCTION mcp.current_tenant_id() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT NULLIF(current_setting('app.current_tenant', true), '')::uuid
$$;

CREATE FUNCTION mcp.authenticate_api_key(hash text)
RETURNS TABLE (key_id uuid, tenant uuid, kind varchar, key_scopes text[]) LANGUAGE sql STABLE AS $$
    SELECT k.id, k.tenant_id, k.key_type, k.scopes
    FROM mcp.api_keys k LEFT JOIN mcp.api_keys p ON p.id = k.parent_key_id
    WHERE k.key_hash = hash AND k.is_active AND k.revoked_at IS NULL
      AND (k.expires_at IS NULL OR k.expires_at > now())
      AND (p.id IS NULL OR (p.is_active AND p.revoked_at IS NULL))
$$;

CREATE FUNCTION mcp.validate_api_key_scope(key uuid, wanted text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM mcp.api_keys k
                   WHERE k.id = key AND k.is_active AND (wanted = ANY (k.scopes) OR '*' = ANY (k.scopes)))
$$;
