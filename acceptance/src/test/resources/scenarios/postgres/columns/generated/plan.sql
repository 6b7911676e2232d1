-- 1. ALTER column public.t.b, REWRITE
ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a + 2));

-- 2. ALTER column public.t.c
ALTER TABLE public.t ALTER COLUMN c DROP EXPRESSION;

-- 3. CREATE column public.t.e, REWRITE
ALTER TABLE public.t ADD COLUMN e text GENERATED ALWAYS AS (upper((a)::text)) STORED;

-- reverse

-- 1. ALTER column public.t.b
ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a + 1));

-- 2. DROP column public.t.c, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.c
ALTER TABLE public.t DROP COLUMN c;

-- 3. CREATE column public.t.c
ALTER TABLE public.t ADD COLUMN c integer GENERATED ALWAYS AS ((a * 2)) STORED;

-- 4. DROP column public.t.e
ALTER TABLE public.t DROP COLUMN e;
