CREATE FUNCTION td(a time, b time) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT extract(epoch from a - b)::float8';
CREATE TYPE tr AS RANGE (subtype = time);
CREATE TYPE gone AS RANGE (subtype = text, collation = "C");
CREATE TABLE t (id int PRIMARY KEY, r tr, rs tr[], CONSTRAINT t_ok CHECK (NOT isempty(r)));
CREATE INDEX t_r ON t USING gist (r);
COMMENT ON TYPE tr IS 'times';
