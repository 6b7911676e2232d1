CREATE TABLE t (id int, a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int GENERATED ALWAYS AS (a * 2) STORED, d int);
CREATE INDEX t_b ON t (b);
