CREATE TABLE t (a INT, b INT, s INT AS (a + b) STORED);
