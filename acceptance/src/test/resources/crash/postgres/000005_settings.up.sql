SET search_path = app;
SET ROLE crash_owner;
CREATE TABLE item (id int PRIMARY KEY, v int NOT NULL);
INSERT INTO item SELECT i, i FROM generate_series(1, 5000) i;
CREATE INDEX CONCURRENTLY item_name ON item (v);
UPDATE item SET v = v + 1;
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS item_v ON item (v);
CREATE TABLE owned_behind (id int);
INSERT INTO owned_behind VALUES (1);
