-- The function is called by the trigger alone, and by nobody when that is gone.
-- plumbline: reverse column people.name using first_name || coalesce(' ' || last_name, '')
CREATE TABLE people (
    id int PRIMARY KEY,
    note text DEFAULT 'none',
    -- plumbline: using public.trimmed(split_part(name, ' ', 1))
    first_name text NOT NULL DEFAULT 'N. N.' CHECK (first_name <> ''),
    last_name varchar(80) -- plumbline: using nullif(substr(name, strpos(name, ' ') + 1), name)
);
CREATE INDEX people_by_name ON people (last_name, first_name);
CREATE UNIQUE INDEX people_by_parts ON people (last_name, first_name, id);
CREATE VIEW everybody AS SELECT id, first_name AS name FROM people;
