-- 1. DROP statistics object public.st
DROP STATISTICS public.st;

-- 2. ALTER column public.t.b, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN b TYPE character(5) USING b::character(5);

-- 3. CREATE statistics object public.st
CREATE STATISTICS public.st (dependencies, mcv) ON a, (b::text) FROM public.t;

-- reverse

-- 1. DROP statistics object public.st
DROP STATISTICS public.st;

-- 2. ALTER column public.t.b, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN b TYPE text USING b::text;

-- 3. CREATE statistics object public.st
CREATE STATISTICS public.st (dependencies, mcv) ON a, b FROM public.t;
ALTER STATISTICS public.st SET STATISTICS 114;
