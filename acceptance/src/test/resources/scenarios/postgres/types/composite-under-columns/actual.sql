CREATE TYPE point3 AS (x int, y int, note text);
CREATE TYPE segment AS (a point3, b point3);
CREATE TABLE t (id int PRIMARY KEY, p point3, ps point3[], l segment);
CREATE VIEW v AS SELECT id, (p).x AS x FROM t;
CREATE FUNCTION norm(p point3) RETURNS int LANGUAGE sql AS 'SELECT (p).x * (p).x';
COMMENT ON COLUMN point3.x IS 'right';
