INSERT INTO p SELECT i, i, i::text FROM generate_series(0, 9) AS i;
