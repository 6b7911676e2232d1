-- 1. CREATE column public.t.a
ALTER TABLE public.t ADD COLUMN a integer;

-- 2. CREATE column public.t.w
ALTER TABLE public.t ADD COLUMN w text;

-- 3. CREATE statistics object public.of_t
CREATE STATISTICS public.of_t ON a, b, (a + 1), (w::bytea) FROM public.t;

-- 4. DROP statistics object public.of_one
DROP STATISTICS public.of_one;

-- 5. CREATE statistics object public.of_one
CREATE STATISTICS public.of_one ON upper(w) FROM public.u;

-- reverse

-- 1. DROP statistics object public.of_one
DROP STATISTICS public.of_one;

-- 2. CREATE statistics object public.of_one
CREATE STATISTICS public.of_one ON lower(w) FROM public.u;

-- 3. DROP statistics object public.of_t
DROP STATISTICS public.of_t;

-- 4. DROP column public.t.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.a
ALTER TABLE public.t DROP COLUMN a;

-- 5. DROP column public.t.w, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.w
ALTER TABLE public.t DROP COLUMN w;
