-- 1. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_pkey ATTACH PARTITION public.fifth;

-- 2. CREATE constraint public.p22.p22_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p22_pkey ON public.p22 USING btree (id);

-- 3. CREATE constraint public.p22.p22_pkey
ALTER TABLE public.p22 ADD CONSTRAINT p22_pkey PRIMARY KEY USING INDEX p22_pkey;

-- 4. ALTER constraint public.p.p_pkey
ALTER INDEX public.second ATTACH PARTITION public.p22_pkey;

-- 5. CREATE constraint public.p3.p3_pkey
ALTER TABLE ONLY public.p3 ADD CONSTRAINT p3_pkey PRIMARY KEY (id);

-- 6. CREATE constraint public.p31.thirtieth, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY thirtieth ON public.p31 USING btree (id);

-- 7. CREATE constraint public.p31.thirtieth
ALTER TABLE public.p31 ADD CONSTRAINT thirtieth PRIMARY KEY USING INDEX thirtieth;

-- 8. ALTER constraint public.p.p_pkey
ALTER INDEX public.p3_pkey ATTACH PARTITION public.thirtieth;

-- 9. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_pkey ATTACH PARTITION public.p3_pkey;

-- 10. ALTER constraint public.p4.fourth
ALTER TABLE public.p4 RENAME CONSTRAINT fourth_so_far TO fourth;

-- 11. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_pkey ATTACH PARTITION public.fourth;

-- 12. CREATE constraint public.p6.sixth
ALTER TABLE public.p6 ADD CONSTRAINT sixth PRIMARY KEY USING INDEX sixth;

-- 13. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_pkey ATTACH PARTITION public.sixth;

-- 14. CREATE comment on constraint public.p4.fourth
COMMENT ON CONSTRAINT fourth ON public.p4 IS 'the fourth';

-- reverse

-- 1. DROP constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 2. CREATE index public.sixth, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY sixth ON public.p6 USING btree (id);

-- 3. CREATE constraint public.p.p_pkey
ALTER TABLE ONLY public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id);

-- 4. CREATE constraint public.p1.first, DATA_DEPENDENT
ALTER TABLE public.p1 ADD CONSTRAINT first PRIMARY KEY (id);
ALTER INDEX public.p_pkey ATTACH PARTITION public.first;

-- 5. CREATE constraint public.p2.second
ALTER TABLE ONLY public.p2 ADD CONSTRAINT second PRIMARY KEY (id);
ALTER INDEX public.p_pkey ATTACH PARTITION public.second;

-- 6. CREATE constraint public.p21.p21_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p21_pkey ON public.p21 USING btree (id);

-- 7. CREATE constraint public.p21.p21_pkey
ALTER TABLE public.p21 ADD CONSTRAINT p21_pkey PRIMARY KEY USING INDEX p21_pkey;
ALTER INDEX public.second ATTACH PARTITION public.p21_pkey;

-- 8. CREATE constraint public.p4.fourth_so_far, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY fourth_so_far ON public.p4 USING btree (id);

-- 9. CREATE constraint public.p4.fourth_so_far
ALTER TABLE public.p4 ADD CONSTRAINT fourth_so_far PRIMARY KEY USING INDEX fourth_so_far;

-- 10. CREATE constraint public.p5.fifth, DATA_DEPENDENT
ALTER TABLE public.p5 ADD CONSTRAINT fifth PRIMARY KEY (id);

-- 11. CREATE comment on constraint public.p5.fifth
COMMENT ON CONSTRAINT fifth ON public.p5 IS 'the fifth';
