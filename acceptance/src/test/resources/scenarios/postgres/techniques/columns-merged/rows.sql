INSERT INTO people VALUES (1, 'Ada', 'Lovelace', '1815-12-10'), (2, 'Plato', NULL, NULL);
INSERT INTO people SELECT i, 'Given' || i, 'Family ' || i FROM generate_series(4, 3000) i;
