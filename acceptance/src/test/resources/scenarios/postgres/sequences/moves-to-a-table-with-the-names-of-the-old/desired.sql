CREATE TABLE resource (id serial PRIMARY KEY, name text);
CREATE INDEX by_name ON resource (name);
ALTER TABLE resource RENAME TO attachment;
