-- 1. ALTER table public.r1, OUTSIDE
ALTER TABLE public.r DETACH PARTITION public.r1 CONCURRENTLY;

-- 2. ALTER table public.r1
ALTER TABLE public.r1 DROP CONSTRAINT IF EXISTS r1_a_check;
ALTER TABLE public.r1 DROP CONSTRAINT r1_a_key;
ALTER TABLE public.r1 RENAME CONSTRAINT r_a_not_null TO r1_a_not_null;

-- 3. DROP constraint public.p.p_key
ALTER TABLE public.p DROP CONSTRAINT p_key;

-- 4. DROP constraint public.p1.p1_own
ALTER TABLE public.p1 DROP CONSTRAINT p1_own;

-- 5. DROP constraint public.q1.q1_own
ALTER TABLE public.q1 DROP CONSTRAINT q1_own;

-- 6. CREATE constraint public.q1.q1_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY q1_pkey ON public.q1 USING btree (a);

-- 7. CREATE constraint public.q1.q1_pkey
ALTER TABLE public.q1 ADD CONSTRAINT q1_pkey PRIMARY KEY USING INDEX q1_pkey;

-- 8. CREATE constraint public.q.q_key, DATA_DEPENDENT
ALTER TABLE public.q ADD CONSTRAINT q_key PRIMARY KEY (a);

-- 9. DROP constraint public.r.r_key
ALTER TABLE public.r DROP CONSTRAINT r_key;

-- 10. DROP constraint public.r1.r1_own
ALTER TABLE public.r1 DROP CONSTRAINT r1_own;

-- reverse

-- 1. ALTER table public.r1
ALTER TABLE public.r1 ADD CONSTRAINT r1_plumbline_bounds CHECK (((a IS NOT NULL) AND (a = 1))) NOT VALID;

-- 2. ALTER table public.r1, ALONE, DATA_DEPENDENT
ALTER TABLE public.r1 VALIDATE CONSTRAINT r1_plumbline_bounds;

-- 3. ALTER table public.r1
ALTER TABLE public.r1 RENAME CONSTRAINT r1_a_not_null TO r_a_not_null;

-- 4. CREATE constraint public.p1.p1_a_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p1_a_key ON public.p1 USING btree (a);

-- 5. CREATE constraint public.p1.p1_a_key
ALTER TABLE public.p1 ADD CONSTRAINT p1_a_key UNIQUE USING INDEX p1_a_key;

-- 6. CREATE constraint public.p.p_key, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_key UNIQUE (a);

-- 7. CREATE constraint public.p1.p1_own, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p1_own ON public.p1 USING btree (a);

-- 8. CREATE constraint public.p1.p1_own
ALTER TABLE public.p1 ADD CONSTRAINT p1_own UNIQUE USING INDEX p1_own;

-- 9. CREATE constraint public.q1.q1_own, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY q1_own ON public.q1 USING btree (a);

-- 10. CREATE constraint public.q1.q1_own
ALTER TABLE public.q1 ADD CONSTRAINT q1_own UNIQUE USING INDEX q1_own;

-- 11. CREATE constraint public.r.r_key, DATA_DEPENDENT
ALTER TABLE public.r ADD CONSTRAINT r_key UNIQUE (a);

-- 12. CREATE constraint public.r1.r1_a_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY r1_a_key ON public.r1 USING btree (a);

-- 13. CREATE constraint public.r1.r1_a_key
ALTER TABLE public.r1 ADD CONSTRAINT r1_a_key UNIQUE USING INDEX r1_a_key;

-- 14. ALTER table public.r1, DATA_DEPENDENT
ALTER TABLE public.r ATTACH PARTITION public.r1 FOR VALUES IN (1);
ALTER TABLE public.r1 DROP CONSTRAINT r1_plumbline_bounds;

-- 15. CREATE constraint public.r1.r1_own, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY r1_own ON public.r1 USING btree (a);

-- 16. CREATE constraint public.r1.r1_own
ALTER TABLE public.r1 ADD CONSTRAINT r1_own PRIMARY KEY USING INDEX r1_own;

-- 17. DROP constraint public.q.q_key
ALTER TABLE public.q DROP CONSTRAINT q_key;
