INSERT INTO people VALUES (1, 'Ada Lovelace', 'none'), (2, 'Grace Brewster Hopper', NULL), (3, 'Plato', 'none');
INSERT INTO people SELECT i, 'Given' || i || ' Family ' || i FROM generate_series(4, 3000) i;
INSERT INTO places SELECT 'p' || i / 7, i, CASE i % 3 WHEN 0 THEN NULL ELSE point(i % 180, -i) END, now() FROM generate_series(1, 50) i;
