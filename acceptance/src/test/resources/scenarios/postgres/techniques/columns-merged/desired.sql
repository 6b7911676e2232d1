CREATE TABLE people (
    id bigint PRIMARY KEY,
    name text NOT NULL, -- plumbline: using first_name || coalesce(' ' || last_name, '')
    born date,
    CONSTRAINT people_name UNIQUE (name)
);
-- plumbline: reverse column people.first_name using split_part(name, ' ', 1)
-- plumbline: reverse column people.last_name using nullif(substr(name, strpos(name, ' ') + 1), name)
