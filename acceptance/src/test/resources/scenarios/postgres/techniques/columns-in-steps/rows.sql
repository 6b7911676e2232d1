INSERT INTO parcels (note) SELECT 'n' || i FROM generate_series(1, 5000) i;
INSERT INTO places SELECT 'c' || i % 10, 't' || i FROM generate_series(1, 3000) i;
