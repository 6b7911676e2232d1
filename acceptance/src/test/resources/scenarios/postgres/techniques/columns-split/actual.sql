CREATE TABLE people (
    id int PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    "Note" varchar(200) DEFAULT 'none'
);
CREATE INDEX people_by_name ON people (name);
CREATE VIEW everybody AS SELECT id, name FROM people;
GRANT SELECT ON people TO app_reader;
CREATE TABLE places (code text, part int, place point, at timestamptz NOT NULL, UNIQUE (code, part));
ALTER TABLE places ALTER COLUMN code SET NOT NULL, ALTER COLUMN part SET NOT NULL;
