-- 1. ALTER table public.p2
ALTER TABLE public.p DETACH PARTITION public.p2;

-- 2. ALTER column public.p.t
ALTER TABLE public.p ALTER COLUMN t DROP NOT NULL;

-- 3. ALTER column public.p1.t
ALTER TABLE public.p1 ALTER COLUMN t DROP NOT NULL;

-- 4. ALTER column public.p2.t
ALTER TABLE public.p2 ALTER COLUMN t DROP NOT NULL;

-- 5. CREATE constraint public.p.p_other
ALTER TABLE ONLY public.p ADD CONSTRAINT p_other UNIQUE (k, t);

-- reverse

-- 1. ALTER table public.p2
ALTER TABLE public.p2 ADD CONSTRAINT p2_plumbline_bounds CHECK ((NOT ((k IS NOT NULL) AND ((k >= 2) AND (k < 4))))) NOT VALID;

-- 2. ALTER table public.p2, ALONE, DATA_DEPENDENT
ALTER TABLE public.p2 VALIDATE CONSTRAINT p2_plumbline_bounds;

-- 3. ALTER column public.p.t
ALTER TABLE public.p ADD CONSTRAINT p_t_not_null NOT NULL t NOT VALID;

-- 4. ALTER column public.p.t, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_t_not_null;

-- 5. ALTER column public.p2.t
ALTER TABLE public.p2 ADD CONSTRAINT p_t_not_null NOT NULL t NOT VALID;

-- 6. ALTER column public.p2.t, ALONE, DATA_DEPENDENT
ALTER TABLE public.p2 VALIDATE CONSTRAINT p_t_not_null;

-- 7. DROP constraint public.p.p_other
ALTER TABLE public.p DROP CONSTRAINT p_other;

-- 8. ALTER table public.p2, DATA_DEPENDENT
ALTER TABLE public.p ATTACH PARTITION public.p2 DEFAULT;
ALTER TABLE public.p2 DROP CONSTRAINT p2_plumbline_bounds;

-- 9. ALTER constraint public.p2.p2_unique
ALTER INDEX public.p_unique ATTACH PARTITION public.p2_unique;
