INSERT INTO t VALUES ('a', 'b', 'c', 1, '{}', '[1,2)', NULL);
