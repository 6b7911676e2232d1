INSERT INTO p SELECT i, i FROM generate_series(0, 19) i;
INSERT INTO q SELECT i, i FROM generate_series(0, 9) i;
