-- 1. CREATE constraint public.p22.p22_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p22_pkey ON public.p22 USING btree (id);

-- 2. CREATE constraint public.p22.p22_pkey
ALTER TABLE public.p22 ADD CONSTRAINT p22_pkey PRIMARY KEY USING INDEX p22_pkey;

-- 3. ALTER constraint public.p.p_pkey
ALTER INDEX public.p2_pkey ATTACH PARTITION public.p22_pkey;

-- 4. CREATE constraint public.p3.p3_pkey
ALTER TABLE ONLY public.p3 ADD CONSTRAINT p3_pkey PRIMARY KEY (id);

-- 5. CREATE constraint public.p31.p31_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p31_pkey ON public.p31 USING btree (id);

-- 6. CREATE constraint public.p31.p31_pkey
ALTER TABLE public.p31 ADD CONSTRAINT p31_pkey PRIMARY KEY USING INDEX p31_pkey;

-- 7. ALTER constraint public.p.p_pkey
ALTER INDEX public.p3_pkey ATTACH PARTITION public.p31_pkey;

-- 8. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_pkey ATTACH PARTITION public.p3_pkey;

-- 9. ALTER constraint public.p4.p4_pkey
ALTER TABLE public.p4 RENAME CONSTRAINT p4_of_its_own TO p4_pkey;

-- 10. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_pkey ATTACH PARTITION public.p4_pkey;

-- 11. CREATE constraint public.q11.q11_id_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY q11_id_key ON public.q11 USING btree (id);

-- 12. CREATE constraint public.q11.q11_id_key
ALTER TABLE public.q11 ADD CONSTRAINT q11_id_key UNIQUE USING INDEX q11_id_key;

-- 13. ALTER constraint public.q1.q1_key
ALTER INDEX public.q1_key ATTACH PARTITION public.q11_id_key;

-- 14. CREATE constraint public.r.r_p, DATA_DEPENDENT
ALTER TABLE public.r ADD CONSTRAINT r_p FOREIGN KEY (p) REFERENCES public.p(id) NOT VALID;

-- 15. ALTER constraint public.r.r_p, ALONE, DATA_DEPENDENT
ALTER TABLE public.r VALIDATE CONSTRAINT r_p;

-- reverse

-- 1. DROP constraint public.q.q_key
ALTER TABLE public.q DROP CONSTRAINT q_key;

-- 2. CREATE constraint public.q.q_key
ALTER TABLE ONLY public.q ADD CONSTRAINT q_key UNIQUE (id);

-- 3. CREATE constraint public.q1.q1_key
ALTER TABLE ONLY public.q1 ADD CONSTRAINT q1_key UNIQUE (id);
ALTER INDEX public.q_key ATTACH PARTITION public.q1_key;

-- 4. DROP constraint public.r.r_p
ALTER TABLE public.r DROP CONSTRAINT r_p;

-- 5. DROP constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 6. CREATE constraint public.p.p_pkey
ALTER TABLE ONLY public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id);

-- 7. CREATE constraint public.p1.p1_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p1_pkey ON public.p1 USING btree (id);

-- 8. CREATE constraint public.p1.p1_pkey
ALTER TABLE public.p1 ADD CONSTRAINT p1_pkey PRIMARY KEY USING INDEX p1_pkey;
ALTER INDEX public.p_pkey ATTACH PARTITION public.p1_pkey;

-- 9. CREATE constraint public.p2.p2_pkey
ALTER TABLE ONLY public.p2 ADD CONSTRAINT p2_pkey PRIMARY KEY (id);
ALTER INDEX public.p_pkey ATTACH PARTITION public.p2_pkey;

-- 10. CREATE constraint public.p21.p21_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p21_pkey ON public.p21 USING btree (id);

-- 11. CREATE constraint public.p21.p21_pkey
ALTER TABLE public.p21 ADD CONSTRAINT p21_pkey PRIMARY KEY USING INDEX p21_pkey;
ALTER INDEX public.p2_pkey ATTACH PARTITION public.p21_pkey;

-- 12. CREATE constraint public.p4.p4_of_its_own, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p4_of_its_own ON public.p4 USING btree (id);

-- 13. CREATE constraint public.p4.p4_of_its_own
ALTER TABLE public.p4 ADD CONSTRAINT p4_of_its_own PRIMARY KEY USING INDEX p4_of_its_own;
