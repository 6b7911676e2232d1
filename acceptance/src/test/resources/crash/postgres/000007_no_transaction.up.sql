-- plumbline: no transaction
CREATE TABLE step (id int PRIMARY KEY, n int NOT NULL);
INSERT INTO step SELECT i, 0 FROM generate_series(1, 500) i;
UPDATE step SET n = n + 1;
VACUUM item;
UPDATE step SET n = n * 5 + 1;
INSERT INTO counter SELECT 'steps', sum(n) FROM step;
