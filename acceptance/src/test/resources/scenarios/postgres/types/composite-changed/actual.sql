CREATE TYPE address AS (street text, zip int);
CREATE FUNCTION zip_of(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (a).zip::text $$;
