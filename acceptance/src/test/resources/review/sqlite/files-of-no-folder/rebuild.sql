BEGIN;
PRAGMA foreign_keys = OFF;
CREATE TABLE owners_new (id INTEGER PRIMARY KEY, name TEXT, note TEXT);
INSERT INTO owners_new (id, name) SELECT id, name FROM owners;
DROP TABLE owners;
ALTER TABLE owners_new RENAME TO owners;
COMMIT;
