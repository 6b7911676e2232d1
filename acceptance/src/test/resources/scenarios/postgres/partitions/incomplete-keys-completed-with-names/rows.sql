INSERT INTO p SELECT i, i FROM generate_series(0, 59) AS i;
