-- 1. ALTER enum type public.kind, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.comes.k', held.label, pg_catalog.count(*) FROM (SELECT k::text AS label FROM public.comes) AS held WHERE held.label = ANY (ARRAY['gone']) GROUP BY held.label
    UNION ALL SELECT 'column public.p1.k', held.label, pg_catalog.count(*) FROM (SELECT k::text AS label FROM public.p1) AS held WHERE held.label = ANY (ARRAY['gone']) GROUP BY held.label
    UNION ALL SELECT 'column public.p2.k', held.label, pg_catalog.count(*) FROM (SELECT k::text AS label FROM public.p2) AS held WHERE held.label = ANY (ARRAY['gone']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.kind loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. DROP index public.kinds
DROP INDEX public.kinds;

-- 3. ALTER enum type public.kind, DATA_DEPENDENT REWRITE
CREATE TABLE public.p1_k_plumbline_heirs (k public.kind);
ALTER TABLE public.p1 INHERIT public.p1_k_plumbline_heirs;
ALTER TABLE public.p2 INHERIT public.p1_k_plumbline_heirs;
ALTER TYPE public.kind RENAME TO kind__plumbline_old;
CREATE TYPE public.kind AS ENUM ('b', 'a');
ALTER TABLE public.comes ALTER COLUMN k TYPE public.kind USING k::text::public.kind;
ALTER TABLE public.p1_k_plumbline_heirs ALTER COLUMN k TYPE public.kind USING k::text::public.kind;
ALTER TABLE public.p1 NO INHERIT public.p1_k_plumbline_heirs;
ALTER TABLE public.p2 NO INHERIT public.p1_k_plumbline_heirs;
DROP TABLE public.p1_k_plumbline_heirs;
DROP TYPE public.kind__plumbline_old;

-- 4. CREATE index public.kinds, OUTSIDE
CREATE INDEX CONCURRENTLY kinds ON public.moves USING btree (k);

-- 5. ALTER domain public.size, DATA_DEPENDENT REWRITE
ALTER DOMAIN public.size RENAME TO size__plumbline_old;
CREATE DOMAIN public.size AS bigint CONSTRAINT size_check CHECK ((VALUE > 0));
ALTER TABLE public.comes ALTER COLUMN s TYPE public.size USING s::text::public.size;
ALTER TABLE public.p1 ALTER COLUMN s TYPE public.size USING s::text::public.size;
DROP DOMAIN public.size__plumbline_old;

-- 6. ALTER table public.comes
ALTER TABLE public.comes INHERIT public.p1;

-- 7. ALTER table public.moves
CREATE TABLE public.moves_joins_plumbline_heirs (k public.kind);
ALTER TABLE public.moves INHERIT public.moves_joins_plumbline_heirs;
ALTER TABLE public.moves NO INHERIT public.p1;
ALTER TABLE public.moves_joins_plumbline_heirs ADD COLUMN own integer;

-- 8. ALTER table public.moves
ALTER TABLE public.moves INHERIT public.p2;
ALTER TABLE public.moves NO INHERIT public.moves_joins_plumbline_heirs;
DROP TABLE public.moves_joins_plumbline_heirs;

-- 9. ALTER table public.of_both
CREATE TABLE public.of_both_joins_plumbline_heirs (s public.size);
ALTER TABLE public.of_both INHERIT public.of_both_joins_plumbline_heirs;
ALTER TABLE public.of_both NO INHERIT public.p1;

-- 10. ALTER table public.of_both
ALTER TABLE public.of_both INHERIT public.p1;
ALTER TABLE public.of_both NO INHERIT public.of_both_joins_plumbline_heirs;
DROP TABLE public.of_both_joins_plumbline_heirs;

-- 11. DROP column public.moves.s
ALTER TABLE public.moves DROP COLUMN s;

-- reverse

-- 1. ALTER domain public.size, DATA_DEPENDENT
ALTER DOMAIN public.size RENAME TO size__plumbline_old;
CREATE DOMAIN public.size AS integer CONSTRAINT size_check CHECK ((VALUE > 0));
ALTER TABLE public.p1 ALTER COLUMN s TYPE public.size USING s::text::public.size;
DROP DOMAIN public.size__plumbline_old;

-- 2. DROP index public.kinds
DROP INDEX public.kinds;

-- 3. ALTER enum type public.kind, DATA_DEPENDENT
CREATE TABLE public.p1_k_plumbline_heirs (k public.kind);
ALTER TABLE public.p1 INHERIT public.p1_k_plumbline_heirs;
ALTER TABLE public.p2 INHERIT public.p1_k_plumbline_heirs;
ALTER TYPE public.kind RENAME TO kind__plumbline_old;
CREATE TYPE public.kind AS ENUM ('a', 'b', 'gone');
ALTER TABLE public.p1_k_plumbline_heirs ALTER COLUMN k TYPE public.kind USING k::text::public.kind;
ALTER TABLE public.p1 NO INHERIT public.p1_k_plumbline_heirs;
ALTER TABLE public.p2 NO INHERIT public.p1_k_plumbline_heirs;
DROP TABLE public.p1_k_plumbline_heirs;
DROP TYPE public.kind__plumbline_old;

-- 4. ALTER table public.comes
ALTER TABLE public.comes NO INHERIT public.p1;

-- 5. ALTER table public.moves, DATA_DEPENDENT
CREATE TABLE public.moves_joins_plumbline_heirs (k public.kind);
ALTER TABLE public.moves INHERIT public.moves_joins_plumbline_heirs;
ALTER TABLE public.moves NO INHERIT public.p2;
ALTER TABLE public.moves_joins_plumbline_heirs ADD COLUMN s public.size;

-- 6. ALTER table public.moves
ALTER TABLE public.moves INHERIT public.p1;
ALTER TABLE public.moves NO INHERIT public.moves_joins_plumbline_heirs;
DROP TABLE public.moves_joins_plumbline_heirs;

-- 7. ALTER table public.of_both
CREATE TABLE public.of_both_joins_plumbline_heirs (own integer);
ALTER TABLE public.of_both INHERIT public.of_both_joins_plumbline_heirs;
ALTER TABLE public.of_both NO INHERIT public.p2;

-- 8. ALTER table public.of_both
ALTER TABLE public.of_both INHERIT public.p2;
ALTER TABLE public.of_both NO INHERIT public.of_both_joins_plumbline_heirs;
DROP TABLE public.of_both_joins_plumbline_heirs;

-- 9. CREATE index public.kinds, OUTSIDE
CREATE INDEX CONCURRENTLY kinds ON public.moves USING btree (k);

-- 10. DROP column public.moves.own
ALTER TABLE public.moves DROP COLUMN own;
