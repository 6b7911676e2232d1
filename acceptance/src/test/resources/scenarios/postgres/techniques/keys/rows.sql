INSERT INTO plain SELECT i, 'c' || i, i, i, i FROM generate_series(1, 50) i;
INSERT INTO known VALUES (1, 'a'), (2, 'b');
INSERT INTO refers VALUES ('c1'), ('c2');
