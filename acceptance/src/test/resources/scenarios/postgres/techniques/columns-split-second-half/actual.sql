-- As 'plan --expand' leaves it, with the running application on "name" and "place" and the next one on what they are split into.
CREATE FUNCTION trimmed(a text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT btrim(a) $$;
CREATE TABLE people (
    id int PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    note text DEFAULT 'none',
    first_name text DEFAULT 'N. N.',
    last_name varchar(80)
);
CREATE INDEX people_by_name ON people (name);
CREATE UNIQUE INDEX people_by_parts ON people (last_name, first_name, id);
CREATE VIEW everybody AS SELECT id, name FROM people;
CREATE FUNCTION people_first_name_plumbline_both() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
#variable_conflict use_column
DECLARE
    first_written boolean;
    second_written boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        first_written := pg_catalog.record_image_ne(ROW(NEW.name), ROW(CAST(NULL AS text)));
        second_written := pg_catalog.record_image_ne(ROW(NEW.first_name, NEW.last_name), ROW(CAST('N. N.'::text AS text), CAST(NULL AS character varying(80))));
        IF NOT first_written AND NOT second_written THEN
            second_written := NEW.name IS NULL;
            first_written := NOT second_written;
        END IF;
    ELSE
        first_written := pg_catalog.record_image_ne(ROW(NEW.name), ROW(OLD.name));
        second_written := pg_catalog.record_image_ne(ROW(NEW.first_name, NEW.last_name), ROW(OLD.first_name, OLD.last_name));
    END IF;
    IF first_written AND NOT second_written THEN
        NEW.first_name := (SELECT public.trimmed(split_part(name, ' ', 1)) FROM (SELECT NEW.*) AS people);
        NEW.last_name := (SELECT nullif(substr(name, strpos(name, ' ') + 1), name) FROM (SELECT NEW.*) AS people);
    ELSIF second_written AND NOT first_written THEN
        NEW.name := (SELECT first_name || coalesce(' ' || last_name, '') FROM (SELECT NEW.*) AS people);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "~people_first_name_plumbline_both" BEFORE INSERT OR UPDATE ON people
    FOR EACH ROW EXECUTE FUNCTION people_first_name_plumbline_both('1', 'name', 'first_name', 'last_name');
ALTER TABLE people ENABLE ALWAYS TRIGGER "~people_first_name_plumbline_both";
