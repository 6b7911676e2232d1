CREATE TABLE t (id int, a int, CONSTRAINT t_id UNIQUE (id));
CREATE UNIQUE INDEX t_a ON t (a);
CREATE TABLE r (a int REFERENCES t (a));
