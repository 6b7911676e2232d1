INSERT INTO t (id, a, d) VALUES (1, 10, 3);
