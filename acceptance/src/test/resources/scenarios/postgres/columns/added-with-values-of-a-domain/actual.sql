CREATE TABLE t (id int PRIMARY KEY, words text);
