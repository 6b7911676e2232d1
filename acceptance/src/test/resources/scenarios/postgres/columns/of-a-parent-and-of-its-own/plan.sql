-- 1. ALTER table public.e
ALTER TABLE public.e NO INHERIT public.d;

-- 2. DROP column public.a.i, DATA_LOSS IRREVERSIBLE; loses the values of column public.a.i
ALTER TABLE public.a DROP COLUMN i;

-- 3. DROP column public.a.t, DATA_LOSS IRREVERSIBLE; loses the values of column public.a.t
ALTER TABLE public.a DROP COLUMN t;

-- 4. DROP table public.d, DATA_LOSS IRREVERSIBLE; loses the rows of table public.d
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
