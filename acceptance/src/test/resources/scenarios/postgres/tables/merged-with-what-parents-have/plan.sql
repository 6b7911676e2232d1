-- 1. CREATE function public.fine(integer)
CREATE OR REPLACE FUNCTION public.fine(integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 > 0$function$;

-- 2. CREATE table public.places
CREATE TABLE public.places (
    id integer NOT NULL,
    height integer,
    CONSTRAINT above CHECK ((height > '-500'::integer)),
    CONSTRAINT called CHECK (public.fine(id))
);

-- 3. CREATE table public.farms
CREATE TABLE public.farms (
    CONSTRAINT low CHECK ((height < 5000))
) INHERITS (public.places);

-- 4. CREATE table public.hamlets
CREATE TABLE public.hamlets (
    id integer NOT NULL,
    CONSTRAINT called CHECK (public.fine(id))
) INHERITS (public.places);

-- 5. CREATE table public.towns
CREATE TABLE public.towns (
    id integer,
    people integer,
    CONSTRAINT above CHECK ((height > '-500'::integer))
) INHERITS (public.places);

-- 6. CREATE constraint public.places.low
ALTER TABLE public.places ADD CONSTRAINT low CHECK ((height < 5000)) NOT VALID;

-- reverse

-- 1. DROP table public.farms, DATA_LOSS IRREVERSIBLE; loses the rows of table public.farms
DROP TABLE public.farms;

-- 2. DROP table public.hamlets, DATA_LOSS IRREVERSIBLE; loses the rows of table public.hamlets
DROP TABLE public.hamlets;

-- 3. DROP table public.towns, DATA_LOSS IRREVERSIBLE; loses the rows of table public.towns
DROP TABLE public.towns;

-- 4. DROP table public.places, DATA_LOSS IRREVERSIBLE; loses the rows of table public.places
DROP TABLE public.places;

-- 5. DROP function public.fine(integer)
DROP FUNCTION public.fine(integer);
