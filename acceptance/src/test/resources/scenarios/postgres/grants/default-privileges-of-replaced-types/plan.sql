-- 1. ALTER enum type public.mood, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.people.mood', held.label, pg_catalog.count(*) FROM (SELECT mood::text AS label FROM public.people) AS held WHERE held.label = ANY (ARRAY['fine']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.mood loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. CREATE enum type public.mood_plumbline_new
CREATE TYPE public.mood_plumbline_new AS ENUM ('sad', 'glad');

-- 3. ALTER domain public.code, DATA_DEPENDENT REWRITE
ALTER DOMAIN public.code RENAME TO code__plumbline_old;
CREATE DOMAIN public.code AS character varying(30) CONSTRAINT code_check CHECK (((VALUE)::text <> ''::text));
REVOKE USAGE ON DOMAIN public.code FROM app_reader;
ALTER TABLE public.people ALTER COLUMN code TYPE public.code USING code::text::public.code;
DROP DOMAIN public.code__plumbline_old;

-- 4. ALTER range type public.size, DATA_DEPENDENT REWRITE
ALTER TABLE public.people ALTER COLUMN size TYPE text USING size::text;
DROP TYPE public.size;
CREATE TYPE public.size AS RANGE (multirange_type_name = public.size_multirange, subtype = bigint);
REVOKE USAGE ON TYPE public.size FROM app_reader;
ALTER TABLE public.people ALTER COLUMN size TYPE public.size USING size::public.size;

-- 5. ALTER column public.people.mood
ALTER TABLE public.people ADD COLUMN IF NOT EXISTS mood_plumbline_new public.mood_plumbline_new;
CREATE OR REPLACE FUNCTION public.people_mood_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.mood_plumbline_new := CASE WHEN NEW.mood::text <> ALL (ARRAY['fine']) THEN NEW.mood::text::public.mood_plumbline_new END; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_mood_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_mood_plumbline_sync" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_mood_plumbline_sync();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_mood_plumbline_sync";

-- 6. CONVERT column public.people.mood, BATCHES, DATA_DEPENDENT
UPDATE public.people SET mood_plumbline_new = CASE WHEN mood::text <> ALL (ARRAY['fine']) THEN mood::text::public.mood_plumbline_new END WHERE mood_plumbline_new IS NULL AND mood IS NOT NULL;

-- 7. ALTER enum type public.mood, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.people.mood', held.label, pg_catalog.count(*) FROM (SELECT mood::text AS label FROM public.people) AS held WHERE held.label = ANY (ARRAY['fine']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.mood loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 8. ALTER column public.people.mood
ALTER TABLE public.people ADD CONSTRAINT people_mood_labels_plumbline_new CHECK (mood::text <> ALL (ARRAY['fine']) OR mood_plumbline_new IS NOT NULL) NOT VALID;

-- 9. ALTER column public.people.mood, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_mood_labels_plumbline_new;

-- 10. ALTER enum type public.mood
LOCK TABLE public.people IN ACCESS EXCLUSIVE MODE;
ALTER TYPE public.mood RENAME TO mood__plumbline_old;
ALTER TYPE public.mood_plumbline_new RENAME TO mood;
REVOKE USAGE ON TYPE public.mood FROM app_reader;
ALTER TABLE public.people DROP CONSTRAINT people_mood_labels_plumbline_new;
DROP TRIGGER "~people_mood_plumbline_sync" ON public.people;
DROP FUNCTION public.people_mood_plumbline_sync();
ALTER TABLE public.people DROP COLUMN mood;
ALTER TABLE public.people RENAME COLUMN mood_plumbline_new TO mood;
DROP TYPE public.mood__plumbline_old;

-- reverse

-- 1. ALTER enum type public.mood, ALONE, IRREVERSIBLE; loses the reverse must convert rows that use it
ALTER TYPE public.mood ADD VALUE 'fine' AFTER 'sad';

-- 2. ALTER domain public.code, DATA_DEPENDENT
ALTER DOMAIN public.code RENAME TO code__plumbline_old;
CREATE DOMAIN public.code AS text CONSTRAINT code_check CHECK ((VALUE <> ''::text));
REVOKE USAGE ON DOMAIN public.code FROM app_reader;
ALTER TABLE public.people ALTER COLUMN code TYPE public.code USING code::text::public.code;
DROP DOMAIN public.code__plumbline_old;

-- 3. ALTER range type public.size, DATA_DEPENDENT
ALTER TABLE public.people ALTER COLUMN size TYPE text USING size::text;
DROP TYPE public.size;
CREATE TYPE public.size AS RANGE (multirange_type_name = public.size_multirange, subtype = integer);
REVOKE USAGE ON TYPE public.size FROM app_reader;
ALTER TABLE public.people ALTER COLUMN size TYPE public.size USING size::public.size;
