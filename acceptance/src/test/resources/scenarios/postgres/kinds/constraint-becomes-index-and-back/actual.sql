CREATE TABLE t (id int, a int, CONSTRAINT t_a UNIQUE (a));
CREATE UNIQUE INDEX t_id ON t (id);
CREATE TABLE r (a int REFERENCES t (a));
