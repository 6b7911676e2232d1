-- 1. ALTER table public.p1, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p1 CONCURRENTLY;

-- 2. ALTER table public.p1
ALTER TABLE public.p1 DROP CONSTRAINT IF EXISTS p1_a_check;

-- 3. ALTER table public.p
ALTER TABLE public.p ADD CONSTRAINT p_plumbline_bounds CHECK (((a IS NOT NULL) AND (a >= 4))) NOT VALID;

-- 4. ALTER table public.p, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_plumbline_bounds;

-- 5. ALTER table public.p
ALTER TABLE public.t DETACH PARTITION public.p;

-- 6. ALTER table public.p, DATA_DEPENDENT
ALTER TABLE public.t ATTACH PARTITION public.p FOR VALUES FROM (4) TO (MAXVALUE);
ALTER TABLE public.p DROP CONSTRAINT p_plumbline_bounds;

-- reverse

-- 1. ALTER table public.p
ALTER TABLE public.p ADD CONSTRAINT p_plumbline_bounds CHECK (((a IS NOT NULL) AND (a >= 4) AND (a < 100))) NOT VALID;

-- 2. ALTER table public.p, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_plumbline_bounds;

-- 3. ALTER table public.p
ALTER TABLE public.t DETACH PARTITION public.p;

-- 4. ALTER table public.p, DATA_DEPENDENT
ALTER TABLE public.t ATTACH PARTITION public.p FOR VALUES FROM (4) TO (100);
ALTER TABLE public.p DROP CONSTRAINT p_plumbline_bounds;

-- 5. ALTER table public.p1
ALTER TABLE public.p1 ADD CONSTRAINT p1_plumbline_bounds CHECK (((a IS NOT NULL) AND (a >= 4) AND (a < 100) AND (a IS NOT NULL) AND (a >= 0) AND (a < 10))) NOT VALID;

-- 6. ALTER table public.p1, ALONE, DATA_DEPENDENT
ALTER TABLE public.p1 VALIDATE CONSTRAINT p1_plumbline_bounds;

-- 7. ALTER table public.p1, DATA_DEPENDENT
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (10);
ALTER TABLE public.p1 DROP CONSTRAINT p1_plumbline_bounds;
