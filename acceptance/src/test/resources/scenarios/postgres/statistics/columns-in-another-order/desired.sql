CREATE TABLE t (a int, b int); CREATE STATISTICS of_t ON a, b, (a + 1), (b * 2) FROM t; CREATE TABLE u (b int, a int); CREATE STATISTICS of_u (ndistinct) ON b, a, (b + 1) FROM u;
