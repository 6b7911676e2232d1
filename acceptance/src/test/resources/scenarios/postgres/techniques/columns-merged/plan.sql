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

-- 6. CREATE constraint public.people.people_name, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY people_name ON public.people USING btree (name);

-- 7. CREATE constraint public.people.people_name
ALTER TABLE public.people ADD CONSTRAINT people_name UNIQUE USING INDEX people_name;

-- 8. DROP index public.people_names
DROP INDEX public.people_names;

-- 9. DROP column public.people.first_name, DATA_LOSS
DROP TRIGGER "~people_name_plumbline_values" ON public.people;
DROP FUNCTION public.people_name_plumbline_values();
ALTER TABLE public.people DROP COLUMN first_name;
ALTER TABLE public.people DROP COLUMN last_name;

-- reverse

-- 1. CREATE column public.people.first_name
ALTER TABLE public.people ADD COLUMN IF NOT EXISTS first_name_plumbline_new text;
ALTER TABLE public.people ADD COLUMN IF NOT EXISTS last_name_plumbline_new text;
CREATE OR REPLACE FUNCTION public.people_first_name_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.first_name_plumbline_new := (SELECT split_part(name, ' ', 1) FROM (SELECT NEW.*) AS people); NEW.last_name_plumbline_new := (SELECT nullif(substr(name, strpos(name, ' ') + 1), name) FROM (SELECT NEW.*) AS people); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_first_name_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_first_name_plumbline_sync" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_first_name_plumbline_sync();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_first_name_plumbline_sync";

-- 2. CONVERT column public.people.first_name, BATCHES, DATA_DEPENDENT
UPDATE public.people SET first_name_plumbline_new = (split_part(name, ' ', 1)), last_name_plumbline_new = (nullif(substr(name, strpos(name, ' ') + 1), name)) WHERE (first_name_plumbline_new IS NULL AND (split_part(name, ' ', 1)) IS DISTINCT FROM NULL OR last_name_plumbline_new IS NULL AND (nullif(substr(name, strpos(name, ' ') + 1), name)) IS DISTINCT FROM NULL);

-- 3. ALTER column public.people.first_name
ALTER TABLE public.people ADD CONSTRAINT people_first_name_not_null NOT NULL first_name_plumbline_new NOT VALID;

-- 4. ALTER column public.people.first_name, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_first_name_not_null;

-- 5. ALTER column public.people.first_name
LOCK TABLE public.people IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~people_first_name_plumbline_sync" ON public.people;
DROP FUNCTION public.people_first_name_plumbline_sync();
ALTER TABLE public.people RENAME COLUMN first_name_plumbline_new TO first_name;
ALTER TABLE public.people RENAME COLUMN last_name_plumbline_new TO last_name;
CREATE OR REPLACE FUNCTION public.people_first_name_plumbline_values() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.first_name := (SELECT split_part(name, ' ', 1) FROM (SELECT NEW.*) AS people); NEW.last_name := (SELECT nullif(substr(name, strpos(name, ' ') + 1), name) FROM (SELECT NEW.*) AS people); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_first_name_plumbline_values() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_first_name_plumbline_values" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_first_name_plumbline_values();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_first_name_plumbline_values";

-- 6. CREATE index public.people_names, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY people_names ON public.people USING btree (first_name, last_name);

-- 7. DROP constraint public.people.people_name
ALTER TABLE public.people DROP CONSTRAINT people_name;

-- 8. DROP column public.people.name, DATA_LOSS
DROP TRIGGER "~people_first_name_plumbline_values" ON public.people;
DROP FUNCTION public.people_first_name_plumbline_values();
ALTER TABLE public.people DROP COLUMN name;
