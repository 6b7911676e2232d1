CREATE EXTENSION pg_trgm;
CREATE TABLE t (id int, name text, tags text[], doc jsonb, at timestamptz, gone int);
CREATE INDEX t_changed ON t (name);
CREATE INDEX t_gone ON t (gone);
CREATE UNIQUE INDEX t_unique ON t (id);
