CREATE SCHEMA mcp;
CREATE TABLE mcp.tenants (id uuid PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE mcp.api_keys (id bigserial PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES mcp.tenants ON DELETE CASCADE,
    hash text NOT NULL UNIQUE, revoked boolean DEFAULT false);
CREATE TABLE mcp.events (id bigserial, tenant_id uuid NOT NULL, at timestamptz NOT NULL DEFAULT now(), payload json);
CREATE VIEW mcp.active_keys AS SELECT k.id, k.hash, t.name FROM mcp.api_keys k JOIN mcp.tenants t ON t.id = k.tenant_id WHERE NOT k.revoked;
