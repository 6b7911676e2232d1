INSERT INTO t VALUES (1, 'a', 'b', 'c', 1.25, 'e', 7, 'g');
