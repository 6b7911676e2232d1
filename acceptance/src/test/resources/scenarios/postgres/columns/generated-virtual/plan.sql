-- 1. ALTER column public.t.b
ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a + 2));

-- 2. CREATE column public.t.c
ALTER TABLE public.t ADD COLUMN c integer GENERATED ALWAYS AS ((a * a)) VIRTUAL;

-- reverse

-- 1. ALTER column public.t.b
ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a + 1));

-- 2. DROP column public.t.c
ALTER TABLE public.t DROP COLUMN c;
