CREATE TABLE owners (id INTEGER PRIMARY KEY, name TEXT, size TEXT);
CREATE TABLE tasks (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES owners (id) ON DELETE CASCADE);
CREATE INDEX owners_name ON owners (name);
CREATE TRIGGER owners_named AFTER UPDATE ON owners BEGIN UPDATE tasks SET owner = NULL WHERE owner = old.id; END;
