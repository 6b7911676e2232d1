-- 1. ALTER enum type public.mood, DATA_DEPENDENT REWRITE
ALTER TYPE public.mood RENAME TO mood__plumbline_old;
CREATE TYPE public.mood AS ENUM ('fine', 'glad', 'sad');
ALTER TYPE public.mood OWNER TO app_owner;
ALTER TABLE public.people ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__plumbline_old;

-- 2. ALTER domain public.short, DATA_DEPENDENT
ALTER DOMAIN public.short RENAME TO short__plumbline_old;
CREATE DOMAIN public.short AS text;
ALTER DOMAIN public.short OWNER TO app_writer;
ALTER TABLE public.people ALTER COLUMN short TYPE public.short USING short::text::public.short;
DROP DOMAIN public.short__plumbline_old;

-- 3. ALTER composite type public.pair, DATA_DEPENDENT REWRITE
ALTER TYPE public.pair RENAME TO pair__plumbline_old;
CREATE TYPE public.pair AS (one bigint, other text);
ALTER TYPE public.pair OWNER TO app_owner;
CREATE FUNCTION public.pair__plumbline_new(public.pair__plumbline_old) RETURNS public.pair LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).one::bigint, ($1).other)::public.pair END$plumbline$;
CREATE CAST (public.pair__plumbline_old AS public.pair) WITH FUNCTION public.pair__plumbline_new(public.pair__plumbline_old);
ALTER TABLE public.people ALTER COLUMN pair TYPE public.pair USING pair::public.pair;
DROP CAST (public.pair__plumbline_old AS public.pair);
DROP FUNCTION public.pair__plumbline_new(public.pair__plumbline_old);
DROP TYPE public.pair__plumbline_old;

-- 4. ALTER range type public.span, DATA_DEPENDENT REWRITE
ALTER TABLE public.people ALTER COLUMN span TYPE text USING span::text;
DROP TYPE public.span;
CREATE TYPE public.span AS RANGE (multirange_type_name = public.span_multirange, subtype = bigint);
ALTER TYPE public.span OWNER TO app_owner;
ALTER TABLE public.people ALTER COLUMN span TYPE public.span USING span::public.span;

-- 5. CREATE grant to app_reader on enum type public.mood
GRANT USAGE ON TYPE public.mood TO app_reader;

-- reverse

-- 1. ALTER enum type public.mood, DATA_DEPENDENT
ALTER TYPE public.mood RENAME TO mood__plumbline_old;
CREATE TYPE public.mood AS ENUM ('sad', 'fine', 'glad');
ALTER TYPE public.mood OWNER TO app_owner;
ALTER TABLE public.people ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__plumbline_old;

-- 2. ALTER domain public.short, DATA_DEPENDENT
ALTER DOMAIN public.short RENAME TO short__plumbline_old;
CREATE DOMAIN public.short AS character varying(10);
ALTER DOMAIN public.short OWNER TO app_writer;
ALTER TABLE public.people ALTER COLUMN short TYPE public.short USING short::text::public.short;
DROP DOMAIN public.short__plumbline_old;

-- 3. ALTER composite type public.pair, DATA_DEPENDENT
ALTER TYPE public.pair RENAME TO pair__plumbline_old;
CREATE TYPE public.pair AS (one integer, other text);
ALTER TYPE public.pair OWNER TO app_owner;
CREATE FUNCTION public.pair__plumbline_new(public.pair__plumbline_old) RETURNS public.pair LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).one::integer, ($1).other)::public.pair END$plumbline$;
CREATE CAST (public.pair__plumbline_old AS public.pair) WITH FUNCTION public.pair__plumbline_new(public.pair__plumbline_old);
ALTER TABLE public.people ALTER COLUMN pair TYPE public.pair USING pair::public.pair;
DROP CAST (public.pair__plumbline_old AS public.pair);
DROP FUNCTION public.pair__plumbline_new(public.pair__plumbline_old);
DROP TYPE public.pair__plumbline_old;

-- 4. ALTER range type public.span, DATA_DEPENDENT
ALTER TABLE public.people ALTER COLUMN span TYPE text USING span::text;
DROP TYPE public.span;
CREATE TYPE public.span AS RANGE (multirange_type_name = public.span_multirange, subtype = integer);
ALTER TYPE public.span OWNER TO app_owner;
ALTER TABLE public.people ALTER COLUMN span TYPE public.span USING span::public.span;

-- 5. CREATE grant to app_reader on enum type public.mood
GRANT USAGE ON TYPE public.mood TO app_reader;
