INSERT INTO t VALUES (3, 'a', 'b', 'c', 'd');
