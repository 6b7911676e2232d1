CREATE TABLE owners_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, size INTEGER);
INSERT INTO owners_new SELECT * FROM owners;
DROP TABLE owners;
ALTER TABLE owners_new RENAME TO owners;
CREATE INDEX owners_name ON owners (name);
