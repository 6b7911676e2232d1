-- Rows for what there is from PostgreSQL 18 on.
INSERT INTO quiet_parent SELECT g FROM generate_series(1, 200) g;
INSERT INTO quiet SELECT g, g % 200 + 1 FROM generate_series(1, 400) g;
ANALYZE quiet_parent, quiet;
