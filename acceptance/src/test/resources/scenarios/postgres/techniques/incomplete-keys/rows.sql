INSERT INTO p SELECT i, date '2024-01-01' + i % 3, i FROM generate_series(0, 30) i;
