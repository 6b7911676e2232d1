CREATE TABLE t (b int); CREATE TABLE u (a int, b int); CREATE STATISTICS of_u (ndistinct) ON a, b, (b + 1) FROM u;
