INSERT INTO p SELECT i, i, i::text FROM generate_series(0, 9) AS i;
INSERT INTO p3 SELECT i, i, i::text FROM generate_series(20, 29) AS i;
