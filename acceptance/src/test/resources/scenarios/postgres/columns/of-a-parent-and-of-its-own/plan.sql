-- 1. ALTER table public.e
ALTER TABLE public.e NO INHERIT public.d;

-- 2. DROP view public.typed_sizes
DROP VIEW public.typed_sizes;

-- 3. ALTER column public.typed.size, DATA_DEPENDENT REWRITE
ALTER TABLE public.typed ALTER COLUMN size TYPE bigint USING size::bigint;

-- 4. DROP column public.a.i, DATA_LOSS IRREVERSIBLE; loses the values of column public.a.i
ALTER TABLE public.a DROP COLUMN i;

-- 5. DROP column public.a.t, DATA_LOSS IRREVERSIBLE; loses the values of column public.a.t
ALTER TABLE public.a DROP COLUMN t;

-- 6. DROP table public.d, DATA_LOSS IRREVERSIBLE; loses the rows of table public.d
DROP TABLE public.d;

-- reverse

-- 1. CREATE table public.d
CREATE TABLE public.d (
    i integer
);

-- 2. ALTER table public.e
ALTER TABLE public.e INHERIT public.d;

-- 3. CREATE column public.a.i
ALTER TABLE public.a ADD COLUMN i integer;

-- 4. CREATE column public.a.t
ALTER TABLE public.a ADD COLUMN t text;

-- 5. ALTER column public.typed.size, DATA_DEPENDENT
ALTER TABLE public.typed ALTER COLUMN size TYPE integer USING size::integer;

-- 6. CREATE view public.typed_sizes
CREATE VIEW public.typed_sizes (size) AS
SELECT size
   FROM public.typed_own;
