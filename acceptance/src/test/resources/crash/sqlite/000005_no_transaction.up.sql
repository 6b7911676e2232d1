-- plumbline: no transaction
CREATE TABLE step (id INTEGER PRIMARY KEY, n INTEGER NOT NULL);
INSERT INTO step SELECT id, 0 FROM item WHERE id <= 500;
UPDATE step SET n = n + 1;
UPDATE step SET n = n * 5 + 1;
INSERT INTO counter SELECT 'steps', sum(n) FROM step;
