-- 1. ALTER table public.p3, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p3 CONCURRENTLY;

-- 2. ALTER table public.p3
ALTER TABLE public.p3 DROP CONSTRAINT IF EXISTS p3_id_check;
ALTER TABLE public.p3 RENAME CONSTRAINT p_id_not_null TO p3_id_not_null;

-- 3. ALTER table public.p4
ALTER TABLE public.p4 ADD CONSTRAINT p4_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 30) AND (id < 40))) NOT VALID;

-- 4. ALTER table public.p4, ALONE, DATA_DEPENDENT
ALTER TABLE public.p4 VALIDATE CONSTRAINT p4_plumbline_bounds;

-- 5. ALTER table public.p4
ALTER TABLE public.p4 RENAME CONSTRAINT p4_id_not_null TO p_id_not_null;

-- 6. ALTER table public.p4, DATA_DEPENDENT
ALTER TABLE public.p ATTACH PARTITION public.p4 FOR VALUES FROM (30) TO (40);
ALTER TABLE public.p4 DROP CONSTRAINT p4_plumbline_bounds;

-- 7. CREATE table public.q2
CREATE TABLE public.q2 PARTITION OF public.q FOR VALUES FROM (10) TO (20);

-- 8. ALTER table public.r1
ALTER TABLE public.r DETACH PARTITION public.r1;
ALTER TABLE public.r1 RENAME CONSTRAINT r_id_not_null TO r1_id_not_null;

-- 9. ALTER table public.s2, OUTSIDE
ALTER TABLE public.s DETACH PARTITION public.s2 CONCURRENTLY;

-- 10. ALTER table public.s2
ALTER TABLE public.s2 DROP CONSTRAINT IF EXISTS s2_id_check;
ALTER TABLE public.s2 RENAME CONSTRAINT s_id_not_null TO s2_id_not_null;

-- 11. ALTER constraint public.p4.p4_key
ALTER INDEX public.p_key ATTACH PARTITION public.p4_key;

-- 12. DROP constraint public.q.q_pkey
ALTER TABLE public.q DROP CONSTRAINT q_pkey;

-- 13. CREATE constraint public.q.q_pkey
ALTER TABLE ONLY public.q ADD CONSTRAINT q_pkey PRIMARY KEY (id);

-- 14. DROP constraint public.s.s_pkey
ALTER TABLE public.s DROP CONSTRAINT s_pkey;

-- 15. CREATE constraint public.s.s_pkey, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.s ADD CONSTRAINT s_pkey PRIMARY KEY (id);

-- 16. DROP table public.r2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.r2
DROP TABLE public.r2;

-- 17. DROP table public.r
DROP TABLE public.r;

-- reverse

-- 1. ALTER table public.p3
ALTER TABLE public.p3 ADD CONSTRAINT p3_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 20) AND (id < 30))) NOT VALID;

-- 2. ALTER table public.p3, ALONE, DATA_DEPENDENT
ALTER TABLE public.p3 VALIDATE CONSTRAINT p3_plumbline_bounds;

-- 3. ALTER table public.p4, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p4 CONCURRENTLY;

-- 4. ALTER table public.p3
ALTER TABLE public.p3 RENAME CONSTRAINT p3_id_not_null TO p_id_not_null;

-- 5. ALTER table public.p4
ALTER TABLE public.p4 DROP CONSTRAINT IF EXISTS p4_id_check;
ALTER TABLE public.p4 RENAME CONSTRAINT p_id_not_null TO p4_id_not_null;

-- 6. ALTER table public.p3, DATA_DEPENDENT
ALTER TABLE public.p ATTACH PARTITION public.p3 FOR VALUES FROM (20) TO (30);
ALTER TABLE public.p3 DROP CONSTRAINT p3_plumbline_bounds;

-- 7. ALTER table public.q2, OUTSIDE
ALTER TABLE public.q DETACH PARTITION public.q2 CONCURRENTLY;

-- 8. CREATE table public.r
CREATE TABLE public.r (
    id integer NOT NULL,
    n integer
) PARTITION BY RANGE (id);

-- 9. ALTER table public.r1
ALTER TABLE public.r1 ADD CONSTRAINT r1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 0) AND (id < 10))) NOT VALID;

-- 10. ALTER table public.r1, ALONE, DATA_DEPENDENT
ALTER TABLE public.r1 VALIDATE CONSTRAINT r1_plumbline_bounds;

-- 11. ALTER table public.r1
ALTER TABLE public.r1 RENAME CONSTRAINT r1_id_not_null TO r_id_not_null;

-- 12. ALTER table public.r1, DATA_DEPENDENT
ALTER TABLE public.r ATTACH PARTITION public.r1 FOR VALUES FROM (0) TO (10);
ALTER TABLE public.r1 DROP CONSTRAINT r1_plumbline_bounds;

-- 13. CREATE table public.r2
CREATE TABLE public.r2 PARTITION OF public.r FOR VALUES FROM (10) TO (20);

-- 14. ALTER table public.s2
ALTER TABLE public.s2 ADD CONSTRAINT s2_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 10) AND (id < 20))) NOT VALID;

-- 15. ALTER table public.s2, ALONE, DATA_DEPENDENT
ALTER TABLE public.s2 VALIDATE CONSTRAINT s2_plumbline_bounds;

-- 16. ALTER table public.s2
ALTER TABLE public.s2 RENAME CONSTRAINT s2_id_not_null TO s_id_not_null;

-- 17. ALTER constraint public.p3.p3_key
ALTER INDEX public.p_key ATTACH PARTITION public.p3_key;

-- 18. CREATE constraint public.r.r_pkey
ALTER TABLE ONLY public.r ADD CONSTRAINT r_pkey PRIMARY KEY (id);

-- 19. ALTER constraint public.r1.r1_pkey
ALTER INDEX public.r_pkey ATTACH PARTITION public.r1_pkey;

-- 20. DROP constraint public.s.s_pkey
ALTER TABLE public.s DROP CONSTRAINT s_pkey;

-- 21. ALTER table public.s2, DATA_DEPENDENT
ALTER TABLE public.s ATTACH PARTITION public.s2 FOR VALUES FROM (10) TO (20);
ALTER TABLE public.s2 DROP CONSTRAINT s2_plumbline_bounds;

-- 22. CREATE constraint public.s.s_pkey
ALTER TABLE ONLY public.s ADD CONSTRAINT s_pkey PRIMARY KEY (id);

-- 23. CREATE constraint public.s1.s1_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY s1_pkey ON public.s1 USING btree (id);

-- 24. CREATE constraint public.s1.s1_pkey
ALTER TABLE public.s1 ADD CONSTRAINT s1_pkey PRIMARY KEY USING INDEX s1_pkey;
ALTER INDEX public.s_pkey ATTACH PARTITION public.s1_pkey;

-- 25. DROP table public.q2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.q2
DROP TABLE public.q2;
