CREATE TABLE gone (id int PRIMARY KEY, t text DEFAULT 'x');
CREATE UNLOGGED TABLE cache (k text PRIMARY KEY, v text) WITH (fillfactor = 70);
CREATE TABLE kept (id int) WITH (autovacuum_enabled = false);
