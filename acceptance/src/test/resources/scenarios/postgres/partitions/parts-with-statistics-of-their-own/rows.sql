INSERT INTO p SELECT i, i, i FROM generate_series(0, 29) AS i;
