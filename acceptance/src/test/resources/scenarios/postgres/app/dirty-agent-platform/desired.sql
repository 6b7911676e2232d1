CREATE SCHEMA mcp;
CREATE TYPE mcp.scope AS ENUM ('read', 'write');
CREATE TABLE mcp.tenants (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL, slug text GENERATED ALWAYS AS (lower(name)) STORED UNIQUE,
    settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'));
CREATE TABLE mcp.api_keys (id bigserial PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES mcp.tenants ON DELETE RESTRICT,
    hash text NOT NULL UNIQUE, revoked boolean NOT NULL DEFAULT false, scopes mcp.scope[] NOT NULL DEFAULT '{read}');
CREATE TABLE mcp.events (id bigserial, tenant_id uuid NOT NULL REFERENCES mcp.tenants, at timestamptz NOT NULL DEFAULT now(), payload jsonb, PRIMARY KEY (id));
CREATE INDEX events_payload ON mcp.events USING gin (payload);
CREATE VIEW mcp.active_keys AS SELECT k.id, k.hash, t.name, k.scopes FROM mcp.api_keys k JOIN mcp.tenants t ON t.id = k.tenant_id WHERE NOT k.revoked;
ALTER TABLE mcp.api_keys ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION mcp.tenant() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.tenant', true), '')::uuid $$;
CREATE POLICY by_tenant ON mcp.api_keys USING (tenant_id = mcp.tenant());
CREATE FUNCTION mcp.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON mcp.events FOR EACH ROW EXECUTE FUNCTION mcp.touch();
COMMENT ON TABLE mcp.api_keys IS 'who may call';
GRANT USAGE ON SCHEMA mcp TO app_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA mcp TO app_reader;
