CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO counter VALUES ('runs', 0), ('rows', 0);
CREATE TABLE kind (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO kind VALUES (1, 'one'), (2, 'two');
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL, amount INTEGER NOT NULL, kind_id INTEGER REFERENCES kind (id) ON DELETE CASCADE);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)
INSERT INTO item SELECT i, 'n' || i, i % 97, 1 + i % 2 FROM n;
UPDATE counter SET value = value + (SELECT count(*) FROM item) WHERE name = 'rows';
