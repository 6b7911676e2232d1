CREATE DOMAIN wider AS bigint;
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int);
