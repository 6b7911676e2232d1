CREATE TABLE t (a int, b character(5));
CREATE STATISTICS st (dependencies, mcv) ON a, (b::text) FROM t;
