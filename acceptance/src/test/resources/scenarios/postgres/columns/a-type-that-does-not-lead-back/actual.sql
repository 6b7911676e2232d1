CREATE TABLE t (words int);
