-- 1. CREATE statistics object public.expr
CREATE STATISTICS public.expr ON c, (a + b) FROM public.t;
ALTER STATISTICS public.expr SET STATISTICS 300;

-- 2. DROP statistics object public.changed
DROP STATISTICS public.changed;

-- 3. CREATE statistics object public.changed
CREATE STATISTICS public.changed (ndistinct, mcv) ON a, b, c FROM public.t;

-- 4. DROP statistics object public.gone
DROP STATISTICS public.gone;

-- reverse

-- 1. CREATE statistics object public.gone
CREATE STATISTICS public.gone ON a, b FROM public.t;

-- 2. DROP statistics object public.changed
DROP STATISTICS public.changed;

-- 3. CREATE statistics object public.changed
CREATE STATISTICS public.changed (ndistinct) ON a, b FROM public.t;

-- 4. DROP statistics object public.expr
DROP STATISTICS public.expr;
