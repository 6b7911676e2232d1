CREATE TYPE point3 AS (x bigint, y int, z int);
CREATE TYPE segment AS (a point3, b point3);
CREATE TABLE t (id int PRIMARY KEY, p point3, ps point3[], l segment);
CREATE VIEW v AS SELECT id, (p).x AS x FROM t;
CREATE FUNCTION norm(p point3) RETURNS int LANGUAGE sql AS 'SELECT ((p).x * (p).x)::int';
COMMENT ON COLUMN point3.x IS 'to the right';
