CREATE TABLE t (a int, b int, c int, d int, CONSTRAINT ordered CHECK (c < d));
CREATE INDEX first_of ON t (COALESCE(a, b), c);
CREATE INDEX partial ON t (a) WHERE a < b;
CREATE INDEX plain ON t (a, b);
CREATE STATISTICS together ON (a + b), (a - b) FROM t;
