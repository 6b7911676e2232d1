-- 1. ALTER enum type public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.t.one', held.label, pg_catalog.count(*) FROM (SELECT one::text AS label FROM public.t) AS held WHERE held.label = ANY (ARRAY['c']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1 loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. ALTER enum type public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.t.two', held.label, pg_catalog.count(*) FROM (SELECT two::text AS label FROM public.t) AS held WHERE held.label = ANY (ARRAY['z']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2 loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 3. ALTER enum type public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1, DATA_DEPENDENT REWRITE
ALTER TYPE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1 RENAME TO nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn_24b90df1__plumbline_old;
CREATE TYPE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1 AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN one TYPE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1 USING one::text::public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1;
DROP TYPE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn_24b90df1__plumbline_old;

-- 4. ALTER enum type public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2, DATA_DEPENDENT REWRITE
ALTER TYPE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2 RENAME TO nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn_24b90df2__plumbline_old;
CREATE TYPE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2 AS ENUM ('x', 'y');
ALTER TABLE public.t ALTER COLUMN two TYPE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2 USING two::text::public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2;
DROP TYPE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn_24b90df2__plumbline_old;

-- 5. ALTER composite type public.表表表表表表表表表表表表表表表表表表表表表, DATA_DEPENDENT REWRITE
ALTER TYPE public."表表表表表表表表表表表表表表表表表表表表表" RENAME TO "表表表表表表表表表表表表表_a80c8668__plumbline_old";
CREATE TYPE public."表表表表表表表表表表表表表表表表表表表表表" AS (b integer, a integer);
CREATE FUNCTION public."表表表表表表表表表表表表表_a80c8668__plumbline_new"(public."表表表表表表表表表表表表表_a80c8668__plumbline_old") RETURNS public."表表表表表表表表表表表表表表表表表表表表表" LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).b, ($1).a)::public."表表表表表表表表表表表表表表表表表表表表表" END$plumbline$;
CREATE CAST (public."表表表表表表表表表表表表表_a80c8668__plumbline_old" AS public."表表表表表表表表表表表表表表表表表表表表表") WITH FUNCTION public."表表表表表表表表表表表表表_a80c8668__plumbline_new"(public."表表表表表表表表表表表表表_a80c8668__plumbline_old");
ALTER TABLE public.t ALTER COLUMN wide TYPE public."表表表表表表表表表表表表表表表表表表表表表" USING wide::public."表表表表表表表表表表表表表表表表表表表表表";
DROP CAST (public."表表表表表表表表表表表表表_a80c8668__plumbline_old" AS public."表表表表表表表表表表表表表表表表表表表表表");
DROP FUNCTION public."表表表表表表表表表表表表表_a80c8668__plumbline_new"(public."表表表表表表表表表表表表表_a80c8668__plumbline_old");
DROP TYPE public."表表表表表表表表表表表表表_a80c8668__plumbline_old";

-- reverse

-- 1. ALTER enum type public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1, ALONE, IRREVERSIBLE; loses the reverse must convert rows that use it
ALTER TYPE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1 ADD VALUE 'c' AFTER 'b';

-- 2. ALTER enum type public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2, ALONE, IRREVERSIBLE; loses the reverse must convert rows that use it
ALTER TYPE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2 ADD VALUE 'z' AFTER 'y';

-- 3. ALTER composite type public.表表表表表表表表表表表表表表表表表表表表表, DATA_DEPENDENT
ALTER TYPE public."表表表表表表表表表表表表表表表表表表表表表" RENAME TO "表表表表表表表表表表表表表_a80c8668__plumbline_old";
CREATE TYPE public."表表表表表表表表表表表表表表表表表表表表表" AS (a integer, b integer);
CREATE FUNCTION public."表表表表表表表表表表表表表_a80c8668__plumbline_new"(public."表表表表表表表表表表表表表_a80c8668__plumbline_old") RETURNS public."表表表表表表表表表表表表表表表表表表表表表" LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).a, ($1).b)::public."表表表表表表表表表表表表表表表表表表表表表" END$plumbline$;
CREATE CAST (public."表表表表表表表表表表表表表_a80c8668__plumbline_old" AS public."表表表表表表表表表表表表表表表表表表表表表") WITH FUNCTION public."表表表表表表表表表表表表表_a80c8668__plumbline_new"(public."表表表表表表表表表表表表表_a80c8668__plumbline_old");
ALTER TABLE public.t ALTER COLUMN wide TYPE public."表表表表表表表表表表表表表表表表表表表表表" USING wide::public."表表表表表表表表表表表表表表表表表表表表表";
DROP CAST (public."表表表表表表表表表表表表表_a80c8668__plumbline_old" AS public."表表表表表表表表表表表表表表表表表表表表表");
DROP FUNCTION public."表表表表表表表表表表表表表_a80c8668__plumbline_new"(public."表表表表表表表表表表表表表_a80c8668__plumbline_old");
DROP TYPE public."表表表表表表表表表表表表表_a80c8668__plumbline_old";
