CREATE TABLE parcels (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text);
CREATE TABLE places (country text NOT NULL, town text NOT NULL, UNIQUE (country, town));
CREATE FUNCTION label() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT 'L' || random()::text $$;
CREATE FUNCTION steady() RETURNS text LANGUAGE sql STABLE AS $$ SELECT 'steady' $$;
