CREATE FUNCTION trimmed(a text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT btrim(a) $$;
-- plumbline: reverse column people.name using first_name || coalesce(' ' || last_name, '')
CREATE TABLE people (
    id int PRIMARY KEY,
    -- plumbline: using public.trimmed(split_part(name, ' ', 1))
    first_name text NOT NULL DEFAULT 'N. N.' CHECK (first_name <> ''),
    last_name varchar(80), -- plumbline: using nullif(substr(name, strpos(name, ' ') + 1), people.name)
    "Note" varchar(200) DEFAULT 'none'
);
CREATE INDEX people_by_name ON people (last_name, first_name);
COMMENT ON COLUMN people.last_name IS 'The family''s, as far as there is one.';
CREATE VIEW everybody AS SELECT id, first_name AS name FROM people;
GRANT SELECT ON people TO app_reader;
/* plumbline: reverse column places.place
   using CASE WHEN places.longitude IS NULL THEN NULL ELSE point(longitude, latitude) END */
CREATE TABLE places (code text NOT NULL, part int NOT NULL, at timestamptz NOT NULL,
    -- plumbline: using place[0]
    longitude double precision CHECK (longitude BETWEEN -180 AND 180),
    -- plumbline: using place[1]
    latitude double precision,
    UNIQUE (code, part));
