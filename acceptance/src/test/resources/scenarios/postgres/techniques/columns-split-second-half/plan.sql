-- 1. ALTER column public.people.first_name
ALTER TABLE public.people ADD CONSTRAINT people_first_name_not_null NOT NULL first_name NOT VALID;

-- 2. ALTER column public.people.first_name, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_first_name_not_null;

-- 3. ALTER view public.everybody
CREATE OR REPLACE VIEW public.everybody (id, name) AS
SELECT id,
    first_name AS name
   FROM public.people;

-- 4. CREATE constraint public.people.people_first_name_check, DATA_DEPENDENT
ALTER TABLE public.people ADD CONSTRAINT people_first_name_check CHECK ((first_name <> ''::text)) NOT VALID;

-- 5. ALTER constraint public.people.people_first_name_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_first_name_check;

-- 6. DROP constraint public.people.people_name_check
ALTER TABLE public.people DROP CONSTRAINT people_name_check;

-- 7. DROP index public.people_by_name
DROP INDEX public.people_by_name;

-- 8. CREATE index public.people_by_name, OUTSIDE
CREATE INDEX CONCURRENTLY people_by_name ON public.people USING btree (last_name, first_name);

-- 9. DROP column public.people.name, DATA_LOSS
DROP TRIGGER "~people_first_name_plumbline_both" ON public.people;
DROP FUNCTION public.people_first_name_plumbline_both();
ALTER TABLE public.people DROP COLUMN name;

-- 10. DROP function public.trimmed(text)
DROP FUNCTION public.trimmed(text);

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
CREATE OR REPLACE FUNCTION public.people_first_name_plumbline_both()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;
CREATE TRIGGER "~people_first_name_plumbline_both" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_first_name_plumbline_both('1', 'name', 'first_name', 'last_name');
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_first_name_plumbline_both";

-- 6. CREATE function public.trimmed(text)
CREATE OR REPLACE FUNCTION public.trimmed(a text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT btrim(a) $function$;

-- 7. ALTER view public.everybody
CREATE OR REPLACE VIEW public.everybody (id, name) AS
SELECT id,
    name
   FROM public.people;

-- 8. CREATE constraint public.people.people_name_check, DATA_DEPENDENT
ALTER TABLE public.people ADD CONSTRAINT people_name_check CHECK ((name <> ''::text)) NOT VALID;

-- 9. ALTER constraint public.people.people_name_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_name_check;

-- 10. DROP constraint public.people.people_first_name_check
ALTER TABLE public.people DROP CONSTRAINT people_first_name_check;

-- 11. ALTER column public.people.first_name
ALTER TABLE public.people ALTER COLUMN first_name DROP NOT NULL;

-- 12. DROP index public.people_by_name
DROP INDEX public.people_by_name;

-- 13. CREATE index public.people_by_name, OUTSIDE
CREATE INDEX CONCURRENTLY people_by_name ON public.people USING btree (name);
