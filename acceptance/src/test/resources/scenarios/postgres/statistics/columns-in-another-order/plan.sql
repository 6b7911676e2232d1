-- 1. CREATE column public.t.a
ALTER TABLE public.t ADD COLUMN a integer;

-- 2. CREATE statistics object public.of_t
CREATE STATISTICS public.of_t ON a, b, (a + 1), (b * 2) FROM public.t;

-- reverse

-- 1. DROP statistics object public.of_t
DROP STATISTICS public.of_t;

-- 2. DROP column public.t.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.a
ALTER TABLE public.t DROP COLUMN a;
