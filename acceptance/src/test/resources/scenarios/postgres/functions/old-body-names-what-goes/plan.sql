-- 1. CREATE table public.t2
CREATE TABLE public.t2 (
    id integer,
    new_name text
);

-- 2. ALTER function public.names()
CREATE OR REPLACE FUNCTION public.names()
 RETURNS SETOF text
 LANGUAGE sql
AS $function$SELECT new_name FROM public.t2$function$;

-- 3. CREATE function public.of_row(public.t2)
CREATE OR REPLACE FUNCTION public.of_row(r public.t2)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT r.id$function$;

-- 4. ALTER function public.pl()
CREATE OR REPLACE FUNCTION public.pl()
 RETURNS text
 LANGUAGE plpgsql
AS $function$ DECLARE r public.t2%ROWTYPE; BEGIN SELECT * INTO r FROM public.t2; RETURN r.new_name; END $function$;

-- 5. DROP function public.of_row(public.t)
DROP FUNCTION public.of_row(public.t);

-- 6. DROP table public.t, DATA_LOSS IRREVERSIBLE; loses the rows of table public.t
DROP TABLE public.t;

-- reverse

-- 1. CREATE table public.t
CREATE TABLE public.t (
    id integer,
    old_name text
);

-- 2. ALTER function public.names()
CREATE OR REPLACE FUNCTION public.names()
 RETURNS SETOF text
 LANGUAGE sql
AS $function$SELECT old_name FROM public.t$function$;

-- 3. CREATE function public.of_row(public.t)
CREATE OR REPLACE FUNCTION public.of_row(r public.t)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT r.id$function$;

-- 4. ALTER function public.pl()
CREATE OR REPLACE FUNCTION public.pl()
 RETURNS text
 LANGUAGE plpgsql
AS $function$ DECLARE r public.t%ROWTYPE; BEGIN SELECT * INTO r FROM public.t; RETURN r.old_name; END $function$;

-- 5. DROP function public.of_row(public.t2)
DROP FUNCTION public.of_row(public.t2);

-- 6. DROP table public.t2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.t2
DROP TABLE public.t2;
