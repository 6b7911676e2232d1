-- 1. CREATE composite type public.spot
CREATE TYPE public.spot AS (id integer, name text, zeta integer, alpha integer);

-- 2. ALTER table public.friends
ALTER TABLE public.friends NOT OF;

-- 3. ALTER composite type public.person, DATA_DEPENDENT REWRITE
ALTER TYPE public.person RENAME TO person__plumbline_old;
CREATE TYPE public.person AS (id bigint, name text, born date);
CREATE FUNCTION public.person__plumbline_new(public.person__plumbline_old) RETURNS public.person LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).id::bigint, ($1).name, ($1).born)::public.person END$plumbline$;
CREATE CAST (public.person__plumbline_old AS public.person) WITH FUNCTION public.person__plumbline_new(public.person__plumbline_old);
ALTER TABLE public.log ALTER COLUMN who TYPE public.person USING who::public.person;
DROP CAST (public.person__plumbline_old AS public.person);
DROP FUNCTION public.person__plumbline_new(public.person__plumbline_old);
DROP TYPE public.person__plumbline_old;

-- 4. ALTER table public.places
ALTER TABLE public.places NOT OF;

-- 5. ALTER table public.split
ALTER TABLE public.split NOT OF;

-- 6. ALTER column public.friends.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.friends ALTER COLUMN id TYPE bigint USING id::bigint;

-- 7. ALTER table public.friends
ALTER TABLE public.friends OF public.person;

-- 8. CREATE column public.places.zeta
ALTER TABLE public.places ADD COLUMN zeta integer;

-- 9. CREATE column public.places.alpha
ALTER TABLE public.places ADD COLUMN alpha integer;

-- 10. ALTER table public.places
ALTER TABLE public.places OF public.spot;

-- 11. CREATE column public.split.zeta
ALTER TABLE public.split ADD COLUMN zeta integer;

-- 12. CREATE column public.split.alpha
ALTER TABLE public.split ADD COLUMN alpha integer;

-- 13. ALTER table public.split
ALTER TABLE public.split OF public.spot;

-- 14. DROP composite type public.place
DROP TYPE public.place;

-- reverse

-- 1. CREATE composite type public.place
CREATE TYPE public.place AS (id integer, name text);

-- 2. ALTER table public.friends
ALTER TABLE public.friends NOT OF;

-- 3. ALTER composite type public.person, DATA_DEPENDENT
ALTER TYPE public.person RENAME TO person__plumbline_old;
CREATE TYPE public.person AS (id integer, name text, born date);
CREATE FUNCTION public.person__plumbline_new(public.person__plumbline_old) RETURNS public.person LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).id::integer, ($1).name, ($1).born)::public.person END$plumbline$;
CREATE CAST (public.person__plumbline_old AS public.person) WITH FUNCTION public.person__plumbline_new(public.person__plumbline_old);
ALTER TABLE public.log ALTER COLUMN who TYPE public.person USING who::public.person;
DROP CAST (public.person__plumbline_old AS public.person);
DROP FUNCTION public.person__plumbline_new(public.person__plumbline_old);
DROP TYPE public.person__plumbline_old;

-- 4. ALTER table public.places
ALTER TABLE public.places NOT OF;

-- 5. ALTER table public.split
ALTER TABLE public.split NOT OF;

-- 6. ALTER column public.friends.id, DATA_DEPENDENT
ALTER TABLE public.friends ALTER COLUMN id TYPE integer USING id::integer;

-- 7. ALTER table public.friends
ALTER TABLE public.friends OF public.person;

-- 8. DROP column public.places.alpha, DATA_LOSS IRREVERSIBLE; loses the values of column public.places.alpha
ALTER TABLE public.places DROP COLUMN alpha;

-- 9. DROP column public.places.zeta, DATA_LOSS IRREVERSIBLE; loses the values of column public.places.zeta
ALTER TABLE public.places DROP COLUMN zeta;

-- 10. ALTER table public.places
ALTER TABLE public.places OF public.place;

-- 11. DROP column public.split.alpha, DATA_LOSS IRREVERSIBLE; loses the values of column public.split.alpha
ALTER TABLE public.split DROP COLUMN alpha;

-- 12. DROP column public.split.zeta, DATA_LOSS IRREVERSIBLE; loses the values of column public.split.zeta
ALTER TABLE public.split DROP COLUMN zeta;

-- 13. ALTER table public.split
ALTER TABLE public.split OF public.place;

-- 14. DROP composite type public.spot
DROP TYPE public.spot;
