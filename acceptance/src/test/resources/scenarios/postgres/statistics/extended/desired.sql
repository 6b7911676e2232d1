CREATE TABLE t (a int, b int, c int);
CREATE STATISTICS changed (ndistinct, mcv) ON a, b, c FROM t;
CREATE STATISTICS expr ON (a + b), c FROM t;
ALTER STATISTICS expr SET STATISTICS 300;
