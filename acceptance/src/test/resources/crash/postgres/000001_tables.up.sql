CREATE SCHEMA app;
GRANT USAGE, CREATE ON SCHEMA app TO crash_owner;
CREATE TABLE counter (name text PRIMARY KEY, value bigint NOT NULL);
INSERT INTO counter VALUES ('runs', 0), ('rows', 0);
CREATE TABLE item (id int PRIMARY KEY, name text NOT NULL, amount int NOT NULL);
INSERT INTO item SELECT i, 'n' || i, i % 97 FROM generate_series(1, 8000) i;
UPDATE counter SET value = value + (SELECT count(*) FROM item) WHERE name = 'rows';
