CREATE TABLE t (id int, a int, b int GENERATED ALWAYS AS (a + 2) STORED, c int, d int,
    e text GENERATED ALWAYS AS (upper(a::text)) STORED);
CREATE INDEX t_b ON t (b);
