-- 1. CREATE enum type mcp.scope
CREATE TYPE mcp.scope AS ENUM ('read', 'write');

-- 2. ALTER column mcp.api_keys.revoked
ALTER TABLE mcp.api_keys ADD CONSTRAINT api_keys_revoked_not_null NOT NULL revoked NOT VALID;

-- 3. ALTER column mcp.api_keys.revoked, ALONE, DATA_DEPENDENT
ALTER TABLE mcp.api_keys VALIDATE CONSTRAINT api_keys_revoked_not_null;

-- 4. CREATE column mcp.api_keys.scopes
ALTER TABLE mcp.api_keys ADD COLUMN scopes mcp.scope[] DEFAULT '{read}'::mcp.scope[] NOT NULL;

-- 5. ALTER column mcp.events.payload, DATA_DEPENDENT REWRITE
ALTER TABLE mcp.events ALTER COLUMN payload TYPE jsonb USING payload::jsonb;

-- 6. CREATE column mcp.tenants.settings
ALTER TABLE mcp.tenants ADD COLUMN settings jsonb DEFAULT '{}'::jsonb NOT NULL;

-- 7. CREATE function mcp.tenant()
CREATE OR REPLACE FUNCTION mcp.tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ SELECT nullif(current_setting('app.tenant', true), '')::uuid $function$;

-- 8. CREATE function mcp.touch()
CREATE OR REPLACE FUNCTION mcp.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.at := now(); RETURN NEW; END $function$;

-- 9. CREATE column default mcp.tenants.id
ALTER TABLE mcp.tenants ALTER COLUMN id SET DEFAULT gen_random_uuid();

-- 10. CREATE index mcp.events_payload, OUTSIDE
CREATE INDEX CONCURRENTLY events_payload ON mcp.events USING gin (payload);

-- 11. CREATE constraint mcp.events.events_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY events_pkey ON mcp.events USING btree (id);

-- 12. CREATE constraint mcp.events.events_pkey
ALTER TABLE mcp.events ADD CONSTRAINT events_pkey PRIMARY KEY USING INDEX events_pkey;

-- 13. CREATE constraint mcp.events.events_tenant_id_fkey, DATA_DEPENDENT
ALTER TABLE mcp.events ADD CONSTRAINT events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants(id) NOT VALID;

-- 14. CREATE constraint mcp.tenants.tenants_settings_check, DATA_DEPENDENT
ALTER TABLE mcp.tenants ADD CONSTRAINT tenants_settings_check CHECK ((jsonb_typeof(settings) = 'object'::text)) NOT VALID;

-- 15. ALTER constraint mcp.events.events_tenant_id_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE mcp.events VALIDATE CONSTRAINT events_tenant_id_fkey;

-- 16. ALTER constraint mcp.tenants.tenants_settings_check, ALONE, DATA_DEPENDENT
ALTER TABLE mcp.tenants VALIDATE CONSTRAINT tenants_settings_check;

-- 17. CREATE trigger mcp.events.touch
CREATE TRIGGER touch BEFORE UPDATE ON mcp.events FOR EACH ROW EXECUTE FUNCTION mcp.touch();

-- 18. CREATE policy mcp.api_keys.by_tenant
CREATE POLICY by_tenant ON mcp.api_keys FOR ALL TO PUBLIC USING ((tenant_id = mcp.tenant()));

-- 19. CREATE comment on table mcp.api_keys
COMMENT ON TABLE mcp.api_keys IS 'who may call';

-- 20. CREATE grant to app_reader on schema mcp
GRANT USAGE ON SCHEMA mcp TO app_reader;

-- 21. CREATE grant to app_reader on table mcp.api_keys
GRANT SELECT ON TABLE mcp.api_keys TO app_reader;

-- 22. CREATE grant to app_reader on table mcp.events
GRANT SELECT ON TABLE mcp.events TO app_reader;

-- 23. CREATE grant to app_reader on table mcp.tenants
GRANT SELECT ON TABLE mcp.tenants TO app_reader;

-- 24. DROP constraint mcp.api_keys.api_keys_tenant_id_fkey
ALTER TABLE mcp.api_keys DROP CONSTRAINT api_keys_tenant_id_fkey;

-- 25. CREATE constraint mcp.api_keys.api_keys_tenant_id_fkey, DATA_DEPENDENT
ALTER TABLE mcp.api_keys ADD CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants(id) ON DELETE RESTRICT NOT VALID;

-- 26. ALTER constraint mcp.api_keys.api_keys_tenant_id_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE mcp.api_keys VALIDATE CONSTRAINT api_keys_tenant_id_fkey;

-- 27. ALTER table mcp.api_keys, AUTHORIZATION
ALTER TABLE mcp.api_keys ENABLE ROW LEVEL SECURITY;

-- 28. DROP view mcp.active_keys
DROP VIEW mcp.active_keys;

-- 29. ALTER column mcp.tenants.name, DATA_DEPENDENT
ALTER TABLE mcp.tenants ALTER COLUMN name TYPE text USING name::text;

-- 30. CREATE column mcp.tenants.slug, REWRITE
ALTER TABLE mcp.tenants ADD COLUMN slug text GENERATED ALWAYS AS (lower(name)) STORED;

-- 31. CREATE view mcp.active_keys
CREATE VIEW mcp.active_keys (id, hash, name, scopes) AS
SELECT k.id,
    k.hash,
    t.name,
    k.scopes
   FROM (mcp.api_keys k
     JOIN mcp.tenants t ON ((t.id = k.tenant_id)))
  WHERE (NOT k.revoked);

-- 32. CREATE constraint mcp.tenants.tenants_slug_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY tenants_slug_key ON mcp.tenants USING btree (slug);

-- 33. CREATE constraint mcp.tenants.tenants_slug_key
ALTER TABLE mcp.tenants ADD CONSTRAINT tenants_slug_key UNIQUE USING INDEX tenants_slug_key;

-- 34. CREATE grant to app_reader on view mcp.active_keys
GRANT SELECT ON TABLE mcp.active_keys TO app_reader;

-- reverse

-- 1. ALTER column mcp.api_keys.revoked
ALTER TABLE mcp.api_keys ALTER COLUMN revoked DROP NOT NULL;

-- 2. DROP grant to app_reader on schema mcp, AUTHORIZATION
REVOKE USAGE ON SCHEMA mcp FROM app_reader;

-- 3. DROP grant to app_reader on table mcp.api_keys, AUTHORIZATION
REVOKE SELECT ON TABLE mcp.api_keys FROM app_reader;

-- 4. DROP grant to app_reader on table mcp.events, AUTHORIZATION
REVOKE SELECT ON TABLE mcp.events FROM app_reader;

-- 5. DROP grant to app_reader on table mcp.tenants, AUTHORIZATION
REVOKE SELECT ON TABLE mcp.tenants FROM app_reader;

-- 6. DROP comment on table mcp.api_keys
COMMENT ON TABLE mcp.api_keys IS NULL;

-- 7. DROP policy mcp.api_keys.by_tenant, AUTHORIZATION
DROP POLICY by_tenant ON mcp.api_keys;

-- 8. DROP trigger mcp.events.touch
DROP TRIGGER touch ON mcp.events;

-- 9. DROP constraint mcp.api_keys.api_keys_tenant_id_fkey
ALTER TABLE mcp.api_keys DROP CONSTRAINT api_keys_tenant_id_fkey;

-- 10. DROP constraint mcp.events.events_pkey
ALTER TABLE mcp.events DROP CONSTRAINT events_pkey;

-- 11. DROP constraint mcp.events.events_tenant_id_fkey
ALTER TABLE mcp.events DROP CONSTRAINT events_tenant_id_fkey;

-- 12. DROP constraint mcp.tenants.tenants_settings_check
ALTER TABLE mcp.tenants DROP CONSTRAINT tenants_settings_check;

-- 13. DROP constraint mcp.tenants.tenants_slug_key
ALTER TABLE mcp.tenants DROP CONSTRAINT tenants_slug_key;

-- 14. DROP index mcp.events_payload
DROP INDEX mcp.events_payload;

-- 15. ALTER column mcp.events.payload, DATA_DEPENDENT
ALTER TABLE mcp.events ALTER COLUMN payload TYPE json USING payload::json;

-- 16. DROP view mcp.active_keys
DROP VIEW mcp.active_keys;

-- 17. DROP column default mcp.tenants.id
ALTER TABLE mcp.tenants ALTER COLUMN id DROP DEFAULT;

-- 18. DROP function mcp.tenant()
DROP FUNCTION mcp.tenant();

-- 19. DROP function mcp.touch()
DROP FUNCTION mcp.touch();

-- 20. DROP column mcp.api_keys.scopes, DATA_LOSS IRREVERSIBLE; loses the values of column mcp.api_keys.scopes
ALTER TABLE mcp.api_keys DROP COLUMN scopes;

-- 21. DROP column mcp.tenants.settings, DATA_LOSS IRREVERSIBLE; loses the values of column mcp.tenants.settings
ALTER TABLE mcp.tenants DROP COLUMN settings;

-- 22. DROP column mcp.tenants.slug
ALTER TABLE mcp.tenants DROP COLUMN slug;

-- 23. ALTER column mcp.tenants.name, DATA_DEPENDENT
ALTER TABLE mcp.tenants ALTER COLUMN name TYPE character varying(80) USING name::character varying(80);

-- 24. CREATE view mcp.active_keys
CREATE VIEW mcp.active_keys (id, hash, name) AS
SELECT k.id,
    k.hash,
    t.name
   FROM (mcp.api_keys k
     JOIN mcp.tenants t ON ((t.id = k.tenant_id)))
  WHERE (NOT k.revoked);

-- 25. CREATE constraint mcp.api_keys.api_keys_tenant_id_fkey, DATA_DEPENDENT
ALTER TABLE mcp.api_keys ADD CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants(id) ON DELETE CASCADE NOT VALID;

-- 26. ALTER constraint mcp.api_keys.api_keys_tenant_id_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE mcp.api_keys VALIDATE CONSTRAINT api_keys_tenant_id_fkey;

-- 27. ALTER table mcp.api_keys, AUTHORIZATION
ALTER TABLE mcp.api_keys DISABLE ROW LEVEL SECURITY;

-- 28. DROP enum type mcp.scope
DROP TYPE mcp.scope;
