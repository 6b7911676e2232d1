CREATE TABLE t (id int PRIMARY KEY, first text NOT NULL, last text NOT NULL);
