INSERT INTO orders (id, amount) VALUES (1, 1250);
INSERT INTO orders (id, total, note) VALUES (2, 0.015, 'x'), (3, 7, NULL);
INSERT INTO orders (id, amount) SELECT i, i FROM generate_series(4, 3000) i;
