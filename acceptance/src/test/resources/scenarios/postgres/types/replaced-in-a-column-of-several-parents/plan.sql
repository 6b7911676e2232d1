-- 1. ALTER enum type public.state, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.d1.before', held.label, pg_catalog.count(*) FROM (SELECT before::text AS label FROM public.d1) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label
    UNION ALL SELECT 'column public.d1.state', held.label, pg_catalog.count(*) FROM (SELECT state::text AS label FROM public.d1) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label
    UNION ALL SELECT 'column public.d2.before', held.label, pg_catalog.count(*) FROM (SELECT before::text AS label FROM public.d2) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label
    UNION ALL SELECT 'column public.d2.state', held.label, pg_catalog.count(*) FROM (SELECT state::text AS label FROM public.d2) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label
    UNION ALL SELECT 'column public.d_own.state', held.label, pg_catalog.count(*) FROM (SELECT state::text AS label FROM public.d_own) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label
    UNION ALL SELECT 'column public.single.state', held.label, pg_catalog.count(*) FROM (SELECT state::text AS label FROM public.single) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label
    UNION ALL SELECT 'column public.single.states', gone.label, pg_catalog.count(*) FROM pg_catalog.unnest(ARRAY['on hold']) AS gone (label) JOIN (SELECT states::text[] AS label FROM public.single) AS held ON gone.label = ANY (held.label) GROUP BY gone.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.state loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. ALTER composite type public.pair
ALTER TYPE public.pair ADD ATTRIBUTE b text;

-- 3. ALTER range type public.span, DATA_DEPENDENT REWRITE
CREATE TABLE public.d1_span_plumbline_heirs (span public.span);
ALTER TABLE public.d1 INHERIT public.d1_span_plumbline_heirs;
ALTER TABLE public.d2 INHERIT public.d1_span_plumbline_heirs;
ALTER TABLE public.d1_span_plumbline_heirs ALTER COLUMN span TYPE text USING span::text;
DROP TYPE public.span;
CREATE TYPE public.span AS RANGE (multirange_type_name = public.span_multirange, subtype = bigint);
ALTER TABLE public.d1_span_plumbline_heirs ALTER COLUMN span TYPE public.span USING span::public.span;
ALTER TABLE public.d1 NO INHERIT public.d1_span_plumbline_heirs;
ALTER TABLE public.d2 NO INHERIT public.d1_span_plumbline_heirs;
DROP TABLE public.d1_span_plumbline_heirs;

-- 4. DROP column default public.single.state
ALTER TABLE ONLY public.single ALTER COLUMN state DROP DEFAULT;

-- 5. DROP column default public.single_heir.state
ALTER TABLE public.single_heir ALTER COLUMN state DROP DEFAULT;

-- 6. ALTER enum type public.state, DATA_DEPENDENT REWRITE
CREATE TABLE public.d1_before_plumbline_heirs (before public.state);
ALTER TABLE public.d1 INHERIT public.d1_before_plumbline_heirs;
ALTER TABLE public.d2 INHERIT public.d1_before_plumbline_heirs;
CREATE TABLE public.d1_state_plumbline_heirs (state public.state);
ALTER TABLE public.d1 INHERIT public.d1_state_plumbline_heirs;
ALTER TABLE public.d2 INHERIT public.d1_state_plumbline_heirs;
ALTER TYPE public.state RENAME TO state__plumbline_old;
CREATE TYPE public.state AS ENUM ('open', 'done');
ALTER TABLE public.d1_before_plumbline_heirs ALTER COLUMN before TYPE public.state USING before::text::public.state;
ALTER TABLE public.d1_state_plumbline_heirs ALTER COLUMN state TYPE public.state USING state::text::public.state;
ALTER TABLE public.single ALTER COLUMN state TYPE public.state USING state::text::public.state;
ALTER TABLE public.single ALTER COLUMN states TYPE public.state[] USING states::text[]::public.state[];
ALTER TABLE public.d1 NO INHERIT public.d1_before_plumbline_heirs;
ALTER TABLE public.d2 NO INHERIT public.d1_before_plumbline_heirs;
DROP TABLE public.d1_before_plumbline_heirs;
ALTER TABLE public.d1 NO INHERIT public.d1_state_plumbline_heirs;
ALTER TABLE public.d2 NO INHERIT public.d1_state_plumbline_heirs;
DROP TABLE public.d1_state_plumbline_heirs;
DROP TYPE public.state__plumbline_old;

-- 7. CREATE column default public.single.state
ALTER TABLE ONLY public.single ALTER COLUMN state SET DEFAULT 'open'::public.state;

-- 8. CREATE column default public.single_heir.state
ALTER TABLE public.single_heir ALTER COLUMN state SET DEFAULT 'open'::public.state;

-- reverse

-- 1. ALTER enum type public.state, ALONE, IRREVERSIBLE; loses the reverse must convert rows that use it
ALTER TYPE public.state ADD VALUE 'on hold' AFTER 'open';

-- 2. ALTER composite type public.pair, DATA_LOSS
ALTER TYPE public.pair DROP ATTRIBUTE b;

-- 3. ALTER range type public.span, DATA_DEPENDENT
CREATE TABLE public.d1_span_plumbline_heirs (span public.span);
ALTER TABLE public.d1 INHERIT public.d1_span_plumbline_heirs;
ALTER TABLE public.d2 INHERIT public.d1_span_plumbline_heirs;
ALTER TABLE public.d1_span_plumbline_heirs ALTER COLUMN span TYPE text USING span::text;
DROP TYPE public.span;
CREATE TYPE public.span AS RANGE (multirange_type_name = public.span_multirange, subtype = integer);
ALTER TABLE public.d1_span_plumbline_heirs ALTER COLUMN span TYPE public.span USING span::public.span;
ALTER TABLE public.d1 NO INHERIT public.d1_span_plumbline_heirs;
ALTER TABLE public.d2 NO INHERIT public.d1_span_plumbline_heirs;
DROP TABLE public.d1_span_plumbline_heirs;
