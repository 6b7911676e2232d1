CREATE TABLE api_keys (
    id serial PRIMARY KEY,
    -- plumbline: renamed from type
    -- plumbline: using CASE key_type WHEN 'admin' THEN 'admin_key' WHEN 'reader' THEN 'read_key' ELSE key_type END
    -- plumbline: reverse using CASE key_type WHEN 'admin_key' THEN 'admin' WHEN 'read_key' THEN 'reader' ELSE key_type END
    key_type text NOT NULL DEFAULT 'read_key' CONSTRAINT api_keys_key_type CHECK (key_type IN ('admin_key', 'read_key'))
);
CREATE INDEX api_keys_by_type ON api_keys (key_type);
CREATE VIEW admins AS SELECT id, key_type FROM api_keys WHERE key_type = 'admin_key';
