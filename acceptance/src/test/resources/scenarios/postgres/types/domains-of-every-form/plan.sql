-- 1. RENAME domain public.new_name
ALTER DOMAIN public.old_name RENAME TO new_name;

-- 2. ALTER domain public.new_name
ALTER DOMAIN public.new_name SET DEFAULT 4;

-- 3. CREATE constraint public.list.list_check1, DATA_DEPENDENT
ALTER DOMAIN public.list ADD CONSTRAINT list_check1 CHECK (((VALUE)[1] > 0)) NOT VALID;

-- 4. ALTER constraint public.list.list_check1, ALONE, DATA_DEPENDENT BLOCKING_SCAN
ALTER DOMAIN public.list VALIDATE CONSTRAINT list_check1;

-- 5. DROP constraint public.list.list_check
ALTER DOMAIN public.list DROP CONSTRAINT list_check;

-- 6. CREATE constraint public.list.list_check, DATA_DEPENDENT
ALTER DOMAIN public.list ADD CONSTRAINT list_check CHECK ((cardinality(VALUE) < 6)) NOT VALID;

-- 7. ALTER constraint public.list.list_check, ALONE, DATA_DEPENDENT BLOCKING_SCAN
ALTER DOMAIN public.list VALIDATE CONSTRAINT list_check;

-- 8. DROP view public.v
DROP VIEW public.v;

-- 9. ALTER domain public.title, DATA_DEPENDENT REWRITE
ALTER DOMAIN public.title RENAME TO title__plumbline_old;
CREATE DOMAIN public.title AS text COLLATE pg_catalog."POSIX" CONSTRAINT title_not_null NOT NULL CONSTRAINT title_check CHECK ((VALUE <> ''::text));
ALTER TABLE public.t ALTER COLUMN n TYPE public.title USING n::text::public.title;
DROP DOMAIN public.title__plumbline_old;

-- 10. DROP function public.f(public.small)
DROP FUNCTION public.f(public.small);

-- 11. ALTER domain public.small, DATA_DEPENDENT REWRITE
ALTER DOMAIN public.small RENAME TO small__plumbline_old;
ALTER DOMAIN public.smaller RENAME TO smaller__plumbline_old;
ALTER TYPE public.comp RENAME TO comp__plumbline_old;
CREATE DOMAIN public.small AS bigint DEFAULT 1 CONSTRAINT low CHECK ((VALUE < 100));
ALTER DOMAIN public.small ADD CONSTRAINT later CHECK ((VALUE > 0)) NOT VALID;
CREATE DOMAIN public.smaller AS public.small DEFAULT 1 CONSTRAINT smaller_check CHECK (((VALUE)::bigint < 50));
CREATE TYPE public.comp AS (s public.small);
CREATE FUNCTION public.comp__plumbline_new(public.comp__plumbline_old) RETURNS public.comp LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).s::text::public.small)::public.comp END$plumbline$;
CREATE CAST (public.comp__plumbline_old AS public.comp) WITH FUNCTION public.comp__plumbline_new(public.comp__plumbline_old);
ALTER TABLE public.t ALTER COLUMN m TYPE public.smaller USING m::text::public.smaller;
ALTER TABLE public.t ALTER COLUMN s TYPE public.small USING s::text::public.small;
ALTER TABLE public.t ALTER COLUMN ss TYPE public.small[] USING ss::text[]::public.small[];
DROP CAST (public.comp__plumbline_old AS public.comp);
DROP FUNCTION public.comp__plumbline_new(public.comp__plumbline_old);
DROP TYPE public.comp__plumbline_old;
DROP DOMAIN public.smaller__plumbline_old;
DROP DOMAIN public.small__plumbline_old;

-- 12. CREATE function public.f(public.small)
CREATE OR REPLACE FUNCTION public.f(s public.small)
 RETURNS public.small
 LANGUAGE sql
AS $function$SELECT s$function$;

-- 13. CREATE view public.v
CREATE VIEW public.v (n, s) AS
SELECT n,
    s
   FROM public.t;

-- 14. CREATE comment on constraint public.small.low
COMMENT ON CONSTRAINT low ON DOMAIN public.small IS 'it is low';

-- 15. CREATE grant to app_reader on domain public.small
GRANT USAGE ON DOMAIN public.small TO app_reader;

-- reverse

-- 1. ALTER domain public.new_name
ALTER DOMAIN public.new_name DROP DEFAULT;

-- 2. DROP constraint public.list.list_check
ALTER DOMAIN public.list DROP CONSTRAINT list_check;

-- 3. CREATE constraint public.list.list_check, DATA_DEPENDENT
ALTER DOMAIN public.list ADD CONSTRAINT list_check CHECK ((cardinality(VALUE) < 5)) NOT VALID;

-- 4. ALTER constraint public.list.list_check, ALONE, DATA_DEPENDENT
ALTER DOMAIN public.list VALIDATE CONSTRAINT list_check;

-- 5. DROP constraint public.list.list_check1
ALTER DOMAIN public.list DROP CONSTRAINT list_check1;

-- 6. DROP view public.v
DROP VIEW public.v;

-- 7. ALTER domain public.title, DATA_DEPENDENT
ALTER DOMAIN public.title RENAME TO title__plumbline_old;
CREATE DOMAIN public.title AS text COLLATE pg_catalog."C" CONSTRAINT title_check CHECK ((VALUE <> ''::text));
ALTER TABLE public.t ALTER COLUMN n TYPE public.title USING n::text::public.title;
DROP DOMAIN public.title__plumbline_old;

-- 8. DROP function public.f(public.small)
DROP FUNCTION public.f(public.small);

-- 9. ALTER domain public.small, DATA_DEPENDENT
ALTER DOMAIN public.small RENAME TO small__plumbline_old;
ALTER DOMAIN public.smaller RENAME TO smaller__plumbline_old;
ALTER TYPE public.comp RENAME TO comp__plumbline_old;
CREATE DOMAIN public.small AS integer CONSTRAINT gone CHECK ((VALUE <> 13)) CONSTRAINT low CHECK ((VALUE < 100));
CREATE DOMAIN public.smaller AS public.small CONSTRAINT smaller_check CHECK (((VALUE)::integer < 50));
CREATE TYPE public.comp AS (s public.small);
CREATE FUNCTION public.comp__plumbline_new(public.comp__plumbline_old) RETURNS public.comp LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL ELSE ROW(($1).s::text::public.small)::public.comp END$plumbline$;
CREATE CAST (public.comp__plumbline_old AS public.comp) WITH FUNCTION public.comp__plumbline_new(public.comp__plumbline_old);
ALTER TABLE public.t ALTER COLUMN m TYPE public.smaller USING m::text::public.smaller;
ALTER TABLE public.t ALTER COLUMN s TYPE public.small USING s::text::public.small;
ALTER TABLE public.t ALTER COLUMN ss TYPE public.small[] USING ss::text[]::public.small[];
DROP CAST (public.comp__plumbline_old AS public.comp);
DROP FUNCTION public.comp__plumbline_new(public.comp__plumbline_old);
DROP TYPE public.comp__plumbline_old;
DROP DOMAIN public.smaller__plumbline_old;
DROP DOMAIN public.small__plumbline_old;

-- 10. CREATE function public.f(public.small)
CREATE OR REPLACE FUNCTION public.f(s public.small)
 RETURNS public.small
 LANGUAGE sql
AS $function$SELECT s$function$;

-- 11. CREATE view public.v
CREATE VIEW public.v (n, s) AS
SELECT n,
    s
   FROM public.t;

-- 12. CREATE comment on constraint public.small.low
COMMENT ON CONSTRAINT low ON DOMAIN public.small IS 'it is low';

-- 13. CREATE grant to app_reader on domain public.small
GRANT USAGE ON DOMAIN public.small TO app_reader;

-- 14. RENAME domain public.old_name
ALTER DOMAIN public.new_name RENAME TO old_name;
