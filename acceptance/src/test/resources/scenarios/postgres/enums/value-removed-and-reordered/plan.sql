-- 1. ALTER enum type public.mood, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.people.m', held.label, pg_catalog.count(*) FROM (SELECT m::text AS label FROM public.people) AS held WHERE held.label = ANY (ARRAY['unused']) GROUP BY held.label
    UNION ALL SELECT 'column public.people.past', gone.label, pg_catalog.count(*) FROM pg_catalog.unnest(ARRAY['unused']) AS gone (label) JOIN (SELECT past::text[] AS label FROM public.people) AS held ON gone.label = ANY (held.label) GROUP BY gone.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.mood loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. DROP constraint public.people.never_ok
ALTER TABLE public.people DROP CONSTRAINT never_ok;

-- 3. DROP index public.people_m, OUTSIDE
DROP INDEX CONCURRENTLY public.people_m;

-- 4. DROP view public.happy_people
DROP VIEW public.happy_people;

-- 5. DROP column default public.people.m
ALTER TABLE public.people ALTER COLUMN m DROP DEFAULT;

-- 6. DROP column default public.people.past
ALTER TABLE public.people ALTER COLUMN past DROP DEFAULT;

-- 7. DROP function public.cheer(public.mood)
DROP FUNCTION public.cheer(public.mood);

-- 8. ALTER enum type public.mood, DATA_DEPENDENT REWRITE
ALTER TYPE public.mood RENAME TO mood__plumbline_old;
CREATE TYPE public.mood AS ENUM ('ok', 'happy', 'sad');
ALTER TABLE public.people ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.people ALTER COLUMN past TYPE public.mood[] USING past::text[]::public.mood[];
DROP TYPE public.mood__plumbline_old;

-- 9. CREATE function public.cheer(public.mood)
CREATE OR REPLACE FUNCTION public.cheer(m public.mood)
 RETURNS public.mood
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT 'happy'::public.mood $function$;

-- 10. CREATE column default public.people.m
ALTER TABLE public.people ALTER COLUMN m SET DEFAULT 'sad'::public.mood;

-- 11. CREATE column default public.people.past
ALTER TABLE public.people ALTER COLUMN past SET DEFAULT '{sad,ok}'::public.mood[];

-- 12. CREATE view public.happy_people
CREATE VIEW public.happy_people (id, m, past) AS
SELECT id,
    m,
    past
   FROM public.people
  WHERE (m = 'happy'::public.mood);

-- 13. CREATE index public.people_m, OUTSIDE
CREATE INDEX CONCURRENTLY people_m ON public.people USING btree (m);

-- 14. CREATE constraint public.people.never_ok, DATA_DEPENDENT
ALTER TABLE public.people ADD CONSTRAINT never_ok CHECK ((m <> 'ok'::public.mood)) NOT VALID;

-- 15. ALTER constraint public.people.never_ok, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT never_ok;

-- reverse

-- 1. DROP constraint public.people.never_ok
ALTER TABLE public.people DROP CONSTRAINT never_ok;

-- 2. DROP index public.people_m, OUTSIDE
DROP INDEX CONCURRENTLY public.people_m;

-- 3. DROP view public.happy_people
DROP VIEW public.happy_people;

-- 4. DROP column default public.people.m
ALTER TABLE public.people ALTER COLUMN m DROP DEFAULT;

-- 5. DROP column default public.people.past
ALTER TABLE public.people ALTER COLUMN past DROP DEFAULT;

-- 6. DROP function public.cheer(public.mood)
DROP FUNCTION public.cheer(public.mood);

-- 7. ALTER enum type public.mood, DATA_DEPENDENT
ALTER TYPE public.mood RENAME TO mood__plumbline_old;
CREATE TYPE public.mood AS ENUM ('sad', 'unused', 'happy', 'ok');
ALTER TABLE public.people ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.people ALTER COLUMN past TYPE public.mood[] USING past::text[]::public.mood[];
DROP TYPE public.mood__plumbline_old;

-- 8. CREATE function public.cheer(public.mood)
CREATE OR REPLACE FUNCTION public.cheer(m public.mood)
 RETURNS public.mood
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT 'happy'::public.mood $function$;

-- 9. CREATE column default public.people.m
ALTER TABLE public.people ALTER COLUMN m SET DEFAULT 'sad'::public.mood;

-- 10. CREATE column default public.people.past
ALTER TABLE public.people ALTER COLUMN past SET DEFAULT '{sad,ok}'::public.mood[];

-- 11. CREATE view public.happy_people
CREATE VIEW public.happy_people (id, m, past) AS
SELECT id,
    m,
    past
   FROM public.people
  WHERE (m = 'happy'::public.mood);

-- 12. CREATE index public.people_m, OUTSIDE
CREATE INDEX CONCURRENTLY people_m ON public.people USING btree (m);

-- 13. CREATE constraint public.people.never_ok, DATA_DEPENDENT
ALTER TABLE public.people ADD CONSTRAINT never_ok CHECK ((m <> 'ok'::public.mood)) NOT VALID;

-- 14. ALTER constraint public.people.never_ok, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT never_ok;
