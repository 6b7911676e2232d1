INSERT INTO p SELECT i, i, i::text FROM generate_series(0, 19) AS i;
