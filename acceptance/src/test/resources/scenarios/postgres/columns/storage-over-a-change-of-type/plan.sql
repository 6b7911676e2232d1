-- 1. ALTER enum type public.mood, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.t.moods', gone.label, pg_catalog.count(*) FROM pg_catalog.unnest(ARRAY['gone']) AS gone (label) JOIN (SELECT moods::text[] AS label FROM public.t) AS held ON gone.label = ANY (held.label) GROUP BY gone.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.mood loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. ALTER enum type public.mood, DATA_DEPENDENT REWRITE
ALTER TYPE public.mood RENAME TO mood__plumbline_old;
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
ALTER TABLE public.t ALTER COLUMN moods TYPE public.mood[] USING moods::text[]::public.mood[];
ALTER TABLE public.t ALTER COLUMN moods SET STORAGE EXTERNAL;
DROP TYPE public.mood__plumbline_old;

-- 3. ALTER column public.t.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(20) USING a::character varying(20);
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTERNAL;

-- 4. ALTER column public.t.b, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN b TYPE character varying COLLATE pg_catalog."C" USING b::character varying;
ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION pglz;

-- 5. ALTER column public.t.c, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN c TYPE text USING c::text;
ALTER TABLE public.t ALTER COLUMN c SET STORAGE EXTERNAL;

-- reverse

-- 1. ALTER enum type public.mood, ALONE, IRREVERSIBLE; loses the reverse must convert rows that use it
ALTER TYPE public.mood ADD VALUE 'gone' AFTER 'happy';

-- 2. ALTER column public.t.a, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTERNAL;

-- 3. ALTER column public.t.b, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE pg_catalog."C" USING b::text;
ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION pglz;

-- 4. ALTER column public.t.c, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN c TYPE integer USING c::integer;
