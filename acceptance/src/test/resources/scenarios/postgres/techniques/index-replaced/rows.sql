INSERT INTO t SELECT i, 'a' || i, 'b' || i, i FROM generate_series(1, 50) i;
