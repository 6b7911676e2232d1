CREATE FUNCTION td(a time, b time) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT extract(epoch from a - b)::float8';
CREATE TYPE tr AS RANGE (subtype = time, subtype_diff = td, multirange_type_name = trs);
CREATE TYPE vr AS RANGE (subtype = varchar, subtype_opclass = varchar_pattern_ops, collation = "POSIX", multirange_type_name = many_vr);
CREATE TABLE t (id int PRIMARY KEY, r tr, rs tr[], m trs, CONSTRAINT t_ok CHECK (NOT isempty(r)));
CREATE INDEX t_r ON t USING gist (r);
COMMENT ON TYPE tr IS 'times';
GRANT USAGE ON TYPE vr TO app_reader;
