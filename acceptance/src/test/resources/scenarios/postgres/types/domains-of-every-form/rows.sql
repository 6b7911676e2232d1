INSERT INTO t VALUES ('a', 5, '{6}', 7, '{8}', 9);
