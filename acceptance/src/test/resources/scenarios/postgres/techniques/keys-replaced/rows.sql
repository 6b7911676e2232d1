INSERT INTO tenant SELECT i, i, i FROM generate_series(1, 20) i;
INSERT INTO other SELECT i, i FROM generate_series(1, 20) i;
INSERT INTO refers VALUES (1), (2);
INSERT INTO retyped VALUES (1, 1);
