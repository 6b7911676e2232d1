CREATE TABLE t (a INT, v INT AS (a * 2));
