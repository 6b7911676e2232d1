-- 1. CREATE table public.ids
CREATE TABLE public.ids (
    id integer NOT NULL,
    code text,
    CONSTRAINT ids_pkey PRIMARY KEY (id)
);

-- 2. CREATE function public.next_code(public.ids)
CREATE OR REPLACE FUNCTION public.next_code(i public.ids)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ SELECT 'x' $function$;

-- 3. CREATE function public.next_id()
CREATE OR REPLACE FUNCTION public.next_id()
 RETURNS integer
 LANGUAGE sql
 STABLE
RETURN (SELECT (COALESCE(max(ids.id), 0) + 1) FROM public.ids);

-- 4. CREATE table public.more
CREATE TABLE public.more (
    id integer DEFAULT public.next_id(),
    CONSTRAINT fine CHECK ((id < 10000))
);

-- 5. CREATE column default public.ids.id
ALTER TABLE public.ids ALTER COLUMN id SET DEFAULT public.next_id();

-- 6. CREATE view public.codes
CREATE VIEW public.codes (c) AS
SELECT public.next_code(ids.*) AS c
   FROM public.ids;

-- reverse

-- 1. DROP view public.codes
DROP VIEW public.codes;

-- 2. DROP column default public.ids.id
ALTER TABLE public.ids ALTER COLUMN id DROP DEFAULT;

-- 3. DROP function public.next_code(public.ids)
DROP FUNCTION public.next_code(public.ids);

-- 4. DROP table public.more, DATA_LOSS IRREVERSIBLE; loses the rows of table public.more
DROP TABLE public.more;

-- 5. DROP function public.next_id()
DROP FUNCTION public.next_id();

-- 6. DROP table public.ids, DATA_LOSS IRREVERSIBLE; loses the rows of table public.ids
DROP TABLE public.ids;
