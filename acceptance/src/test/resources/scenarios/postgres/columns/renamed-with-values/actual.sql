CREATE TABLE api_keys (id serial PRIMARY KEY, type text NOT NULL DEFAULT 'reader'
    CONSTRAINT api_keys_type CHECK (type IN ('admin', 'reader')));
CREATE INDEX api_keys_by_type ON api_keys (type);
CREATE VIEW admins AS SELECT id, type FROM api_keys WHERE type = 'admin';
