-- 1. CREATE column public.places.latitude
ALTER TABLE public.places ADD COLUMN IF NOT EXISTS latitude_plumbline_new double precision;
ALTER TABLE public.places ADD COLUMN IF NOT EXISTS longitude_plumbline_new double precision;
CREATE OR REPLACE FUNCTION public.places_latitude_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.latitude_plumbline_new := (SELECT place[1] FROM (SELECT NEW.*) AS places); NEW.longitude_plumbline_new := (SELECT place[0] FROM (SELECT NEW.*) AS places); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.places_latitude_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~places_latitude_plumbline_sync" BEFORE INSERT OR UPDATE ON public.places FOR EACH ROW EXECUTE FUNCTION public.places_latitude_plumbline_sync();
ALTER TABLE public.places ENABLE ALWAYS TRIGGER "~places_latitude_plumbline_sync";

-- 2. CONVERT column public.places.latitude, BATCHES, DATA_DEPENDENT
UPDATE public.places SET latitude_plumbline_new = (place[1]), longitude_plumbline_new = (place[0]) WHERE (latitude_plumbline_new IS NULL AND (place[1]) IS DISTINCT FROM NULL OR longitude_plumbline_new IS NULL AND (place[0]) IS DISTINCT FROM NULL);

-- 3. ALTER column public.places.latitude
LOCK TABLE public.places IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~places_latitude_plumbline_sync" ON public.places;
DROP FUNCTION public.places_latitude_plumbline_sync();
ALTER TABLE public.places RENAME COLUMN latitude_plumbline_new TO latitude;
ALTER TABLE public.places RENAME COLUMN longitude_plumbline_new TO longitude;
CREATE OR REPLACE FUNCTION public.places_latitude_plumbline_values() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.latitude := (SELECT place[1] FROM (SELECT NEW.*) AS places); NEW.longitude := (SELECT place[0] FROM (SELECT NEW.*) AS places); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.places_latitude_plumbline_values() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~places_latitude_plumbline_values" BEFORE INSERT OR UPDATE ON public.places FOR EACH ROW EXECUTE FUNCTION public.places_latitude_plumbline_values();
ALTER TABLE public.places ENABLE ALWAYS TRIGGER "~places_latitude_plumbline_values";

-- 4. CREATE function public.trimmed(text)
CREATE OR REPLACE FUNCTION public.trimmed(a text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT btrim(a) $function$;

-- 5. CREATE column public.people.first_name
ALTER TABLE public.people ADD COLUMN IF NOT EXISTS first_name_plumbline_new text;
ALTER TABLE public.people ADD COLUMN IF NOT EXISTS last_name_plumbline_new character varying(80);
CREATE OR REPLACE FUNCTION public.people_first_name_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.first_name_plumbline_new := (SELECT public.trimmed(split_part(name, ' ', 1)) FROM (SELECT NEW.*) AS people); NEW.last_name_plumbline_new := (SELECT nullif(substr(name, strpos(name, ' ') + 1), people.name) FROM (SELECT NEW.*) AS people); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_first_name_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_first_name_plumbline_sync" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_first_name_plumbline_sync();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_first_name_plumbline_sync";

-- 6. CONVERT column public.people.first_name, BATCHES, DATA_DEPENDENT
UPDATE public.people SET first_name_plumbline_new = (public.trimmed(split_part(name, ' ', 1))), last_name_plumbline_new = (nullif(substr(name, strpos(name, ' ') + 1), people.name)) WHERE (first_name_plumbline_new IS NULL AND (public.trimmed(split_part(name, ' ', 1))) IS DISTINCT FROM NULL OR last_name_plumbline_new IS NULL AND (nullif(substr(name, strpos(name, ' ') + 1), people.name)) IS DISTINCT FROM NULL);

-- 7. ALTER column public.people.first_name
ALTER TABLE public.people ADD CONSTRAINT people_first_name_not_null NOT NULL first_name_plumbline_new NOT VALID;

-- 8. ALTER column public.people.first_name, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_first_name_not_null;

-- 9. ALTER column public.people.first_name
LOCK TABLE public.people IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~people_first_name_plumbline_sync" ON public.people;
DROP FUNCTION public.people_first_name_plumbline_sync();
ALTER TABLE public.people ALTER COLUMN first_name_plumbline_new SET DEFAULT 'N. N.'::text;
ALTER TABLE public.people RENAME COLUMN first_name_plumbline_new TO first_name;
ALTER TABLE public.people RENAME COLUMN last_name_plumbline_new TO last_name;
CREATE OR REPLACE FUNCTION public.people_first_name_plumbline_values() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.first_name := (SELECT public.trimmed(split_part(name, ' ', 1)) FROM (SELECT NEW.*) AS people); NEW.last_name := (SELECT nullif(substr(name, strpos(name, ' ') + 1), people.name) FROM (SELECT NEW.*) AS people); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_first_name_plumbline_values() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_first_name_plumbline_values" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_first_name_plumbline_values();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_first_name_plumbline_values";

-- 10. ALTER view public.everybody
CREATE OR REPLACE VIEW public.everybody (id, name) AS
SELECT id,
    first_name AS name
   FROM public.people;

-- 11. CREATE constraint public.people.people_first_name_check, DATA_DEPENDENT
ALTER TABLE public.people ADD CONSTRAINT people_first_name_check CHECK ((first_name <> ''::text)) NOT VALID;

-- 12. CREATE constraint public.places.places_longitude_check, DATA_DEPENDENT
ALTER TABLE public.places ADD CONSTRAINT places_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))) NOT VALID;

-- 13. ALTER constraint public.people.people_first_name_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_first_name_check;

-- 14. ALTER constraint public.places.places_longitude_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.places VALIDATE CONSTRAINT places_longitude_check;

-- 15. CREATE comment on column public.people.last_name
COMMENT ON COLUMN public.people.last_name IS 'The family''s, as far as there is one.';

-- 16. DROP constraint public.people.people_name_check
ALTER TABLE public.people DROP CONSTRAINT people_name_check;

-- 17. DROP index public.people_by_name
DROP INDEX public.people_by_name;

-- 18. CREATE index public.people_by_name, OUTSIDE
CREATE INDEX CONCURRENTLY people_by_name ON public.people USING btree (last_name, first_name);

-- 19. DROP column public.people.name, DATA_LOSS
DROP TRIGGER "~people_first_name_plumbline_values" ON public.people;
DROP FUNCTION public.people_first_name_plumbline_values();
ALTER TABLE public.people DROP COLUMN name;

-- 20. DROP column public.places.place, DATA_LOSS
DROP TRIGGER "~places_latitude_plumbline_values" ON public.places;
DROP FUNCTION public.places_latitude_plumbline_values();
ALTER TABLE public.places DROP COLUMN place;

-- reverse

-- 1. CREATE column public.people.name
ALTER TABLE public.people ADD COLUMN IF NOT EXISTS name_plumbline_new text;
CREATE OR REPLACE FUNCTION public.people_name_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.name_plumbline_new := (SELECT first_name || coalesce(' ' || last_name, '') FROM (SELECT NEW.*) AS people); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_name_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_name_plumbline_sync" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_name_plumbline_sync();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_name_plumbline_sync";

-- 2. CONVERT column public.people.name, BATCHES, DATA_DEPENDENT
UPDATE public.people SET name_plumbline_new = (first_name || coalesce(' ' || last_name, '')) WHERE name_plumbline_new IS NULL AND (first_name || coalesce(' ' || last_name, '')) IS DISTINCT FROM NULL;

-- 3. ALTER column public.people.name
ALTER TABLE public.people ADD CONSTRAINT people_name_not_null NOT NULL name_plumbline_new NOT VALID;

-- 4. ALTER column public.people.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_name_not_null;

-- 5. ALTER column public.people.name
LOCK TABLE public.people IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~people_name_plumbline_sync" ON public.people;
DROP FUNCTION public.people_name_plumbline_sync();
ALTER TABLE public.people RENAME COLUMN name_plumbline_new TO name;
CREATE OR REPLACE FUNCTION public.people_name_plumbline_values() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.name := (SELECT first_name || coalesce(' ' || last_name, '') FROM (SELECT NEW.*) AS people); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_name_plumbline_values() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_name_plumbline_values" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_name_plumbline_values();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_name_plumbline_values";

-- 6. CREATE column public.places.place
ALTER TABLE public.places ADD COLUMN IF NOT EXISTS place_plumbline_new point;
CREATE OR REPLACE FUNCTION public.places_place_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.place_plumbline_new := (SELECT CASE WHEN places.longitude IS NULL THEN NULL ELSE point(longitude, latitude) END FROM (SELECT NEW.*) AS places); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.places_place_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~places_place_plumbline_sync" BEFORE INSERT OR UPDATE ON public.places FOR EACH ROW EXECUTE FUNCTION public.places_place_plumbline_sync();
ALTER TABLE public.places ENABLE ALWAYS TRIGGER "~places_place_plumbline_sync";

-- 7. CONVERT column public.places.place, BATCHES, DATA_DEPENDENT
UPDATE public.places SET place_plumbline_new = (CASE WHEN places.longitude IS NULL THEN NULL ELSE point(longitude, latitude) END) WHERE place_plumbline_new IS NULL AND (CASE WHEN places.longitude IS NULL THEN NULL ELSE point(longitude, latitude) END) IS DISTINCT FROM NULL;

-- 8. ALTER column public.places.place
LOCK TABLE public.places IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~places_place_plumbline_sync" ON public.places;
DROP FUNCTION public.places_place_plumbline_sync();
ALTER TABLE public.places RENAME COLUMN place_plumbline_new TO place;
CREATE OR REPLACE FUNCTION public.places_place_plumbline_values() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.place := (SELECT CASE WHEN places.longitude IS NULL THEN NULL ELSE point(longitude, latitude) END FROM (SELECT NEW.*) AS places); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.places_place_plumbline_values() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~places_place_plumbline_values" BEFORE INSERT OR UPDATE ON public.places FOR EACH ROW EXECUTE FUNCTION public.places_place_plumbline_values();
ALTER TABLE public.places ENABLE ALWAYS TRIGGER "~places_place_plumbline_values";

-- 9. ALTER view public.everybody
CREATE OR REPLACE VIEW public.everybody (id, name) AS
SELECT id,
    name
   FROM public.people;

-- 10. CREATE constraint public.people.people_name_check, DATA_DEPENDENT
ALTER TABLE public.people ADD CONSTRAINT people_name_check CHECK ((name <> ''::text)) NOT VALID;

-- 11. ALTER constraint public.people.people_name_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_name_check;

-- 12. DROP constraint public.people.people_first_name_check
ALTER TABLE public.people DROP CONSTRAINT people_first_name_check;

-- 13. DROP constraint public.places.places_longitude_check
ALTER TABLE public.places DROP CONSTRAINT places_longitude_check;

-- 14. DROP index public.people_by_name
DROP INDEX public.people_by_name;

-- 15. CREATE index public.people_by_name, OUTSIDE
CREATE INDEX CONCURRENTLY people_by_name ON public.people USING btree (name);

-- 16. DROP function public.trimmed(text)
DROP FUNCTION public.trimmed(text);

-- 17. DROP column public.people.first_name, DATA_LOSS
DROP TRIGGER "~people_name_plumbline_values" ON public.people;
DROP FUNCTION public.people_name_plumbline_values();
ALTER TABLE public.people DROP COLUMN first_name;
ALTER TABLE public.people DROP COLUMN last_name;

-- 18. DROP column public.places.latitude, DATA_LOSS
DROP TRIGGER "~places_place_plumbline_values" ON public.places;
DROP FUNCTION public.places_place_plumbline_values();
ALTER TABLE public.places DROP COLUMN latitude;
ALTER TABLE public.places DROP COLUMN longitude;
