-- 1. ALTER enum type public.mood, ALONE, IRREVERSIBLE; loses the reverse must convert rows that use it
ALTER TYPE public.mood ADD VALUE 'awful' BEFORE 'sad';
ALTER TYPE public.mood ADD VALUE 'ok' AFTER 'sad';
ALTER TYPE public.mood ADD VALUE 'ecstatic' AFTER 'happy';

-- 2. ALTER column default public.people.m
ALTER TABLE public.people ALTER COLUMN m SET DEFAULT 'ok'::public.mood;

-- 3. CREATE index public.ecstatic_people, OUTSIDE
CREATE INDEX CONCURRENTLY ecstatic_people ON public.people USING btree (id) WHERE (m = 'ecstatic'::public.mood);

-- 4. CREATE constraint public.people.not_awful, DATA_DEPENDENT
ALTER TABLE public.people ADD CONSTRAINT not_awful CHECK ((m <> 'awful'::public.mood)) NOT VALID;

-- 5. ALTER constraint public.people.not_awful, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT not_awful;

-- reverse

-- 1. ALTER enum type public.mood, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.people.m', held.label, pg_catalog.count(*) FROM (SELECT m::text AS label FROM public.people) AS held WHERE held.label = ANY (ARRAY['awful', 'ok', 'ecstatic']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.mood loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. ALTER enum type public.mood
ALTER TABLE public.people ALTER COLUMN m SET DEFAULT 'sad'::public.mood;

-- 3. CREATE enum type public.mood_plumbline_new
CREATE TYPE public.mood_plumbline_new AS ENUM ('sad', 'happy');

-- 4. ALTER column public.people.m
ALTER TABLE public.people ADD COLUMN IF NOT EXISTS m_plumbline_new public.mood_plumbline_new;
CREATE OR REPLACE FUNCTION public.people_m_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.m_plumbline_new := CASE WHEN NEW.m::text <> ALL (ARRAY['awful', 'ok', 'ecstatic']) THEN NEW.m::text::public.mood_plumbline_new END; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_m_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_m_plumbline_sync" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_m_plumbline_sync();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_m_plumbline_sync";

-- 5. CONVERT column public.people.m, BATCHES, DATA_DEPENDENT
UPDATE public.people SET m_plumbline_new = CASE WHEN m::text <> ALL (ARRAY['awful', 'ok', 'ecstatic']) THEN m::text::public.mood_plumbline_new END WHERE m_plumbline_new IS NULL AND m IS NOT NULL;

-- 6. ALTER enum type public.mood, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.people.m', held.label, pg_catalog.count(*) FROM (SELECT m::text AS label FROM public.people) AS held WHERE held.label = ANY (ARRAY['awful', 'ok', 'ecstatic']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.mood loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 7. ALTER column public.people.m
ALTER TABLE public.people ADD CONSTRAINT people_m_not_null_plumbline_new NOT NULL m_plumbline_new NOT VALID;

-- 8. ALTER column public.people.m, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_m_not_null_plumbline_new;

-- 9. DROP constraint public.people.not_awful
ALTER TABLE public.people DROP CONSTRAINT not_awful;

-- 10. DROP index public.ecstatic_people, OUTSIDE
DROP INDEX CONCURRENTLY public.ecstatic_people;

-- 11. ALTER enum type public.mood
LOCK TABLE public.people IN ACCESS EXCLUSIVE MODE;
ALTER TYPE public.mood RENAME TO mood__plumbline_old;
ALTER TYPE public.mood_plumbline_new RENAME TO mood;
DROP TRIGGER "~people_m_plumbline_sync" ON public.people;
DROP FUNCTION public.people_m_plumbline_sync();
ALTER TABLE public.people ALTER COLUMN m_plumbline_new SET DEFAULT 'sad'::public.mood;
ALTER TABLE public.people DROP COLUMN m;
ALTER TABLE public.people RENAME COLUMN m_plumbline_new TO m;
ALTER TABLE public.people RENAME CONSTRAINT people_m_not_null_plumbline_new TO people_m_not_null;
DROP TYPE public.mood__plumbline_old;
