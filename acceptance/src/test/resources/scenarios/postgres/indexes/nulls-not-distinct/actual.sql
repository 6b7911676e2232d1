CREATE TABLE t (id int, a text, CONSTRAINT t_a UNIQUE (a));
CREATE UNIQUE INDEX t_id ON t (id);
