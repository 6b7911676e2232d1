CREATE TYPE address AS (street text, zip text, city text COLLATE "C");
CREATE FUNCTION zip_of(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (a).zip $$;
