-- the rows of the heir count too, and those of another materialized view
CREATE TABLE t (n numeric(10,2), i integer);
CREATE TABLE below () INHERITS (t);
CREATE MATERIALIZED VIEW v AS SELECT n AS x, i FROM t WHERE n IS NOT NULL;
CREATE MATERIALIZED VIEW w AS SELECT x FROM v;
CREATE UNIQUE INDEX v_x ON v (x);
CREATE UNIQUE INDEX w_x ON w (x);
