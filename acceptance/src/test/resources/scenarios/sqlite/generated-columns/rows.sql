INSERT INTO t (a, p) VALUES (1, 9);
