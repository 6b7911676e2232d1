INSERT INTO p SELECT i, i FROM generate_series(0, 4) AS i;
