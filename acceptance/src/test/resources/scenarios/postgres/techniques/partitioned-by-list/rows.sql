INSERT INTO regions VALUES ('de'), ('fr'), ('us');
INSERT INTO orders (region, size) SELECT (ARRAY['de', 'fr', 'us'])[i % 3 + 1], i FROM generate_series(1, 99) i;
INSERT INTO lines SELECT id, region, id FROM orders;
DELETE FROM log;
