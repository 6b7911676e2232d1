-- 1. DROP view public.v
DROP VIEW public.v;

-- 2. DROP function public.norm(public.point3)
DROP FUNCTION public.norm(public.point3);

-- 3. ALTER composite type public.point3, DATA_LOSS DATA_DEPENDENT REWRITE
ALTER TYPE public.point3 RENAME TO point3__plumbline_old;
ALTER TYPE public.segment RENAME TO segment__plumbline_old;
CREATE TYPE public.point3 AS (x bigint, y integer, z integer);
CREATE FUNCTION public.point3__plumbline_new(public.point3__plumbline_old) RETURNS public.point3 LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).x::bigint, ($1).y, NULL::integer)::public.point3 END$plumbline$;
CREATE CAST (public.point3__plumbline_old AS public.point3) WITH FUNCTION public.point3__plumbline_new(public.point3__plumbline_old);
CREATE TYPE public.segment AS (a public.point3, b public.point3);
CREATE FUNCTION public.segment__plumbline_new(public.segment__plumbline_old) RETURNS public.segment LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).a::public.point3, ($1).b::public.point3)::public.segment END$plumbline$;
CREATE CAST (public.segment__plumbline_old AS public.segment) WITH FUNCTION public.segment__plumbline_new(public.segment__plumbline_old);
ALTER TABLE public.t ALTER COLUMN l TYPE public.segment USING l::public.segment;
ALTER TABLE public.t ALTER COLUMN p TYPE public.point3 USING p::public.point3;
ALTER TABLE public.t ALTER COLUMN ps TYPE public.point3[] USING ps::public.point3[];
DROP CAST (public.point3__plumbline_old AS public.point3);
DROP FUNCTION public.point3__plumbline_new(public.point3__plumbline_old);
DROP CAST (public.segment__plumbline_old AS public.segment);
DROP FUNCTION public.segment__plumbline_new(public.segment__plumbline_old);
DROP TYPE public.segment__plumbline_old;
DROP TYPE public.point3__plumbline_old;

-- 4. CREATE function public.norm(public.point3)
CREATE OR REPLACE FUNCTION public.norm(p public.point3)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT ((p).x * (p).x)::int$function$;

-- 5. CREATE view public.v
CREATE VIEW public.v (id, x) AS
SELECT id,
    (p).x AS x
   FROM public.t;

-- 6. CREATE comment on column public.point3.x
COMMENT ON COLUMN public.point3.x IS 'to the right';

-- reverse

-- 1. DROP view public.v
DROP VIEW public.v;

-- 2. DROP function public.norm(public.point3)
DROP FUNCTION public.norm(public.point3);

-- 3. ALTER composite type public.point3, DATA_LOSS DATA_DEPENDENT
ALTER TYPE public.point3 RENAME TO point3__plumbline_old;
ALTER TYPE public.segment RENAME TO segment__plumbline_old;
CREATE TYPE public.point3 AS (x integer, y integer, note text);
CREATE FUNCTION public.point3__plumbline_new(public.point3__plumbline_old) RETURNS public.point3 LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).x::integer, ($1).y, NULL::text)::public.point3 END$plumbline$;
CREATE CAST (public.point3__plumbline_old AS public.point3) WITH FUNCTION public.point3__plumbline_new(public.point3__plumbline_old);
CREATE TYPE public.segment AS (a public.point3, b public.point3);
CREATE FUNCTION public.segment__plumbline_new(public.segment__plumbline_old) RETURNS public.segment LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).a::public.point3, ($1).b::public.point3)::public.segment END$plumbline$;
CREATE CAST (public.segment__plumbline_old AS public.segment) WITH FUNCTION public.segment__plumbline_new(public.segment__plumbline_old);
ALTER TABLE public.t ALTER COLUMN l TYPE public.segment USING l::public.segment;
ALTER TABLE public.t ALTER COLUMN p TYPE public.point3 USING p::public.point3;
ALTER TABLE public.t ALTER COLUMN ps TYPE public.point3[] USING ps::public.point3[];
DROP CAST (public.point3__plumbline_old AS public.point3);
DROP FUNCTION public.point3__plumbline_new(public.point3__plumbline_old);
DROP CAST (public.segment__plumbline_old AS public.segment);
DROP FUNCTION public.segment__plumbline_new(public.segment__plumbline_old);
DROP TYPE public.segment__plumbline_old;
DROP TYPE public.point3__plumbline_old;

-- 4. CREATE function public.norm(public.point3)
CREATE OR REPLACE FUNCTION public.norm(p public.point3)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT (p).x * (p).x$function$;

-- 5. CREATE view public.v
CREATE VIEW public.v (id, x) AS
SELECT id,
    (p).x AS x
   FROM public.t;

-- 6. CREATE comment on column public.point3.x
COMMENT ON COLUMN public.point3.x IS 'right';
