CREATE TABLE t (id int, a int[]); CREATE DOMAIN numbers AS int[];
