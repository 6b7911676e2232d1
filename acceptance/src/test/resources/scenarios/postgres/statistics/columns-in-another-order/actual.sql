CREATE TABLE t (b int); CREATE TABLE u (a int, b int, w text); CREATE STATISTICS of_u (ndistinct) ON a, b, (b + 1), (w::bytea) FROM u; CREATE STATISTICS of_one ON (lower(w)) FROM u;
