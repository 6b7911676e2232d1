-- 1. ALTER enum type public.s, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.t.s', held.label, pg_catalog.count(*) FROM (SELECT s::text AS label FROM public.t) AS held WHERE held.label = ANY (ARRAY['odd']) GROUP BY held.label
    UNION ALL SELECT 'column public.t.ss', gone.label, pg_catalog.count(*) FROM pg_catalog.unnest(ARRAY['odd']) AS gone (label) JOIN (SELECT ss::text[] AS label FROM public.t) AS held ON gone.label = ANY (held.label) GROUP BY gone.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.s loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. DROP policy public.t.pol, AUTHORIZATION
DROP POLICY pol ON public.t;

-- 3. DROP index public.t_open, OUTSIDE
DROP INDEX CONCURRENTLY public.t_open;

-- 4. DROP materialized view public.mv
DROP MATERIALIZED VIEW public.mv;

-- 5. DROP view public.v
DROP VIEW public.v;

-- 6. DROP column default public.t.s
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;

-- 7. DROP column default public.t.ss
ALTER TABLE public.t ALTER COLUMN ss DROP DEFAULT;

-- 8. DROP function public.next(public.s)
DROP FUNCTION public.next(public.s);

-- 9. DROP column public.t.up
ALTER TABLE public.t DROP COLUMN up;

-- 10. ALTER enum type public.s, DATA_DEPENDENT REWRITE
ALTER TYPE public.s RENAME TO s__plumbline_old;
ALTER DOMAIN public.sd RENAME TO sd__plumbline_old;
ALTER TYPE public.pair RENAME TO pair__plumbline_old;
CREATE TYPE public.s AS ENUM ('open', 'new', 'done');
CREATE DOMAIN public.sd AS public.s DEFAULT 'new'::public.s CONSTRAINT sd_check CHECK ((VALUE <> 'done'::public.s));
CREATE TYPE public.pair AS (a public.s, n integer);
CREATE FUNCTION public.pair__plumbline_new(public.pair__plumbline_old) RETURNS public.pair LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).a::text::public.s, ($1).n)::public.pair END$plumbline$;
CREATE CAST (public.pair__plumbline_old AS public.pair) WITH FUNCTION public.pair__plumbline_new(public.pair__plumbline_old);
ALTER TABLE public.t ALTER COLUMN d TYPE public.sd USING d::text::public.sd;
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::public.pair;
ALTER TABLE public.t ALTER COLUMN s TYPE public.s USING s::text::public.s;
ALTER TABLE public.t ALTER COLUMN ss TYPE public.s[] USING ss::text[]::public.s[];
DROP CAST (public.pair__plumbline_old AS public.pair);
DROP FUNCTION public.pair__plumbline_new(public.pair__plumbline_old);
DROP TYPE public.pair__plumbline_old;
DROP DOMAIN public.sd__plumbline_old;
DROP TYPE public.s__plumbline_old;

-- 11. CREATE column public.t.up, REWRITE
ALTER TABLE public.t ADD COLUMN up text GENERATED ALWAYS AS (
CASE
    WHEN (s = 'done'::public.s) THEN 'D'::text
    ELSE 'N'::text
END) STORED;

-- 12. CREATE function public.next(public.s)
CREATE OR REPLACE FUNCTION public.next(x public.s DEFAULT 'new'::public.s)
 RETURNS public.s
 LANGUAGE sql
AS $function$ SELECT 'open'::public.s $function$;

-- 13. CREATE column default public.t.s
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'new'::public.s;

-- 14. CREATE column default public.t.ss
ALTER TABLE public.t ALTER COLUMN ss SET DEFAULT ARRAY['new'::public.s, 'open'::public.s];

-- 15. CREATE view public.v
CREATE VIEW public.v (s, first) AS
SELECT s,
    ss[1] AS first
   FROM public.t
  WHERE (s <> 'done'::public.s);

-- 16. CREATE materialized view public.mv, BLOCKING_SCAN
CREATE MATERIALIZED VIEW public.mv (s, count) AS
SELECT s,
    count(*) AS count
   FROM public.t
  GROUP BY s
WITH DATA;

-- 17. CREATE index public.t_open, OUTSIDE
CREATE INDEX CONCURRENTLY t_open ON public.t USING btree (id) WHERE (s = 'open'::public.s);

-- 18. CREATE policy public.t.pol
CREATE POLICY pol ON public.t FOR ALL TO PUBLIC USING ((s <> 'done'::public.s));

-- 19. CREATE comment on enum type public.s
COMMENT ON TYPE public.s IS 'state';

-- 20. CREATE grant to app_reader on enum type public.s
GRANT USAGE ON TYPE public.s TO app_reader;

-- reverse

-- 1. DROP policy public.t.pol, AUTHORIZATION
DROP POLICY pol ON public.t;

-- 2. DROP index public.t_open, OUTSIDE
DROP INDEX CONCURRENTLY public.t_open;

-- 3. DROP materialized view public.mv
DROP MATERIALIZED VIEW public.mv;

-- 4. DROP view public.v
DROP VIEW public.v;

-- 5. DROP column default public.t.s
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;

-- 6. DROP column default public.t.ss
ALTER TABLE public.t ALTER COLUMN ss DROP DEFAULT;

-- 7. DROP function public.next(public.s)
DROP FUNCTION public.next(public.s);

-- 8. DROP column public.t.up
ALTER TABLE public.t DROP COLUMN up;

-- 9. ALTER enum type public.s, DATA_DEPENDENT
ALTER TYPE public.s RENAME TO s__plumbline_old;
ALTER DOMAIN public.sd RENAME TO sd__plumbline_old;
ALTER TYPE public.pair RENAME TO pair__plumbline_old;
CREATE TYPE public.s AS ENUM ('new', 'open', 'done', 'odd');
CREATE DOMAIN public.sd AS public.s DEFAULT 'new'::public.s CONSTRAINT sd_check CHECK ((VALUE <> 'odd'::public.s));
CREATE TYPE public.pair AS (a public.s, n integer);
CREATE FUNCTION public.pair__plumbline_new(public.pair__plumbline_old) RETURNS public.pair LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).a::text::public.s, ($1).n)::public.pair END$plumbline$;
CREATE CAST (public.pair__plumbline_old AS public.pair) WITH FUNCTION public.pair__plumbline_new(public.pair__plumbline_old);
ALTER TABLE public.t ALTER COLUMN d TYPE public.sd USING d::text::public.sd;
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::public.pair;
ALTER TABLE public.t ALTER COLUMN s TYPE public.s USING s::text::public.s;
ALTER TABLE public.t ALTER COLUMN ss TYPE public.s[] USING ss::text[]::public.s[];
DROP CAST (public.pair__plumbline_old AS public.pair);
DROP FUNCTION public.pair__plumbline_new(public.pair__plumbline_old);
DROP TYPE public.pair__plumbline_old;
DROP DOMAIN public.sd__plumbline_old;
DROP TYPE public.s__plumbline_old;

-- 10. CREATE column public.t.up
ALTER TABLE public.t ADD COLUMN up text GENERATED ALWAYS AS (
CASE
    WHEN (s = 'done'::public.s) THEN 'D'::text
    ELSE 'N'::text
END) STORED;

-- 11. CREATE function public.next(public.s)
CREATE OR REPLACE FUNCTION public.next(x public.s DEFAULT 'new'::public.s)
 RETURNS public.s
 LANGUAGE sql
AS $function$ SELECT 'open'::public.s $function$;

-- 12. CREATE column default public.t.s
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'new'::public.s;

-- 13. CREATE column default public.t.ss
ALTER TABLE public.t ALTER COLUMN ss SET DEFAULT ARRAY['new'::public.s, 'open'::public.s];

-- 14. CREATE view public.v
CREATE VIEW public.v (s, first) AS
SELECT s,
    ss[1] AS first
   FROM public.t
  WHERE (s <> 'odd'::public.s);

-- 15. CREATE materialized view public.mv
CREATE MATERIALIZED VIEW public.mv (s, count) AS
SELECT s,
    count(*) AS count
   FROM public.t
  GROUP BY s
WITH DATA;

-- 16. CREATE index public.t_open, OUTSIDE
CREATE INDEX CONCURRENTLY t_open ON public.t USING btree (id) WHERE (s = 'open'::public.s);

-- 17. CREATE policy public.t.pol
CREATE POLICY pol ON public.t FOR ALL TO PUBLIC USING ((s <> 'odd'::public.s));

-- 18. CREATE comment on enum type public.s
COMMENT ON TYPE public.s IS 'state';

-- 19. CREATE grant to app_reader on enum type public.s
GRANT USAGE ON TYPE public.s TO app_reader;
