CREATE TABLE t (at int, flag boolean, id bigint DEFAULT 0, since interval);
CREATE TABLE u (words varchar(20), n int);
