INSERT INTO t VALUES (1, 'Active', 0);
