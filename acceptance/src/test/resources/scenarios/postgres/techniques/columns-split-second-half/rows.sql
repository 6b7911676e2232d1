INSERT INTO people (id, name) VALUES (1, 'Ada Lovelace');
INSERT INTO people (id, first_name, last_name, note) VALUES (2, 'Grace Brewster', 'Hopper', NULL), (3, 'Plato', NULL, 'x');
INSERT INTO people (id, name) SELECT i, 'Given' || i || ' Family ' || i FROM generate_series(4, 3000) i;
