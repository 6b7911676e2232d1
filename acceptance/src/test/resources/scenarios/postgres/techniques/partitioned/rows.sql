INSERT INTO r SELECT generate_series(0, 40);
INSERT INTO p SELECT i, i, 'T' || i FROM generate_series(0, 30) i;
