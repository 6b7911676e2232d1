ALTER TABLE owners RENAME TO owners_old;
CREATE TABLE owners (id INTEGER PRIMARY KEY, name TEXT NOT NULL, size INTEGER, note TEXT);
INSERT INTO owners (id, name, size) SELECT id, name, size FROM owners_old;
DROP TABLE owners_old;
CREATE INDEX owners_name ON owners (name);
