-- 1. ALTER table public.q1, OUTSIDE
ALTER TABLE public.q DETACH PARTITION public.q1 CONCURRENTLY;

-- 2. ALTER table public.q1
ALTER TABLE public.q1 DROP CONSTRAINT IF EXISTS q1_a_check;
ALTER TABLE public.q1 RENAME CONSTRAINT q_a_not_null TO q1_a_not_null;

-- 3. DROP constraint public.r.r_a_fkey
ALTER TABLE public.r DROP CONSTRAINT r_a_fkey;

-- 4. DROP index public.p_goes
DROP INDEX public.p_goes CASCADE;

-- 5. CREATE constraint public.p21.p21_stays, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p21 ADD CONSTRAINT p21_stays UNIQUE (a);

-- 6. CREATE constraint public.r.r_a_fkey, DATA_DEPENDENT
ALTER TABLE public.r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES public.p21(a) NOT VALID;

-- 7. ALTER constraint public.r.r_a_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.r VALIDATE CONSTRAINT r_a_fkey;

-- reverse

-- 1. ALTER table public.q1
ALTER TABLE public.q1 ADD CONSTRAINT q1_plumbline_bounds CHECK (((a IS NOT NULL) AND (a = 1))) NOT VALID;

-- 2. ALTER table public.q1, ALONE, DATA_DEPENDENT
ALTER TABLE public.q1 VALIDATE CONSTRAINT q1_plumbline_bounds;

-- 3. ALTER table public.q1
ALTER TABLE public.q1 RENAME CONSTRAINT q1_a_not_null TO q_a_not_null;

-- 4. ALTER table public.q1, DATA_DEPENDENT
ALTER TABLE public.q ATTACH PARTITION public.q1 FOR VALUES IN (1);
ALTER TABLE public.q1 DROP CONSTRAINT q1_plumbline_bounds;

-- 5. CREATE constraint public.p1.p1_goes, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p1_goes ON public.p1 USING btree (a);

-- 6. CREATE constraint public.p1.p1_goes
ALTER TABLE public.p1 ADD CONSTRAINT p1_goes UNIQUE USING INDEX p1_goes;

-- 7. CREATE index public.p_goes, DATA_DEPENDENT
CREATE UNIQUE INDEX p_goes ON public.p USING btree (a);
