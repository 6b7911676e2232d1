INSERT INTO p SELECT i, date '2024-01-01' + i % 3, i, 'T' || i FROM generate_series(0, 30) i;
INSERT INTO q SELECT i, i FROM generate_series(0, 30) i;
