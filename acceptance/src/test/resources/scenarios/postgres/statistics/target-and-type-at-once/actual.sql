CREATE TABLE t (a int, b text);
CREATE STATISTICS st (dependencies, mcv) ON a, (b::text) FROM t;
ALTER STATISTICS st SET STATISTICS 114;
