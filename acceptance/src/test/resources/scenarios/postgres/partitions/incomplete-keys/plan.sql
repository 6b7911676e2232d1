-- 1. CREATE constraint public.p.p_k
ALTER TABLE ONLY public.p ADD CONSTRAINT p_k UNIQUE (id, k) DEFERRABLE INITIALLY DEFERRED;

-- 2. CREATE constraint public.p.p_pkey
ALTER TABLE ONLY public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id);

-- 3. ALTER constraint public.p1.p1_n
ALTER INDEX public.p_n ATTACH PARTITION public.p1_n;

-- 4. ALTER constraint public.p1.p1_plain
ALTER INDEX public.p_plain ATTACH PARTITION public.p1_plain;

-- 5. CREATE constraint public.p2.p2_pkey
ALTER TABLE ONLY public.p2 ADD CONSTRAINT p2_pkey PRIMARY KEY (id);
ALTER INDEX public.p_pkey ATTACH PARTITION public.p2_pkey;

-- 6. CREATE constraint public.p21.p21_id_k_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p21_id_k_key ON public.p21 USING btree (id, k);

-- 7. CREATE constraint public.p21.p21_id_k_key
ALTER TABLE public.p21 ADD CONSTRAINT p21_id_k_key UNIQUE USING INDEX p21_id_k_key DEFERRABLE INITIALLY DEFERRED;

-- 8. CREATE constraint public.p21.p21_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p21_pkey ON public.p21 USING btree (id);

-- 9. CREATE constraint public.p21.p21_pkey
ALTER TABLE public.p21 ADD CONSTRAINT p21_pkey PRIMARY KEY USING INDEX p21_pkey;
ALTER INDEX public.p2_pkey ATTACH PARTITION public.p21_pkey;

-- 10. CREATE constraint public.p22.p22_id_k_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p22_id_k_key ON public.p22 USING btree (id, k);

-- 11. CREATE constraint public.p22.p22_id_k_key
ALTER TABLE public.p22 ADD CONSTRAINT p22_id_k_key UNIQUE USING INDEX p22_id_k_key DEFERRABLE INITIALLY DEFERRED;

-- 12. CREATE constraint public.p2.p2_k, DATA_DEPENDENT
ALTER TABLE public.p2 ADD CONSTRAINT p2_k UNIQUE (id, k) DEFERRABLE INITIALLY DEFERRED;
ALTER INDEX public.p_k ATTACH PARTITION public.p2_k;

-- 13. CREATE comment on constraint public.p.p_pkey
COMMENT ON CONSTRAINT p_pkey ON public.p IS 'not yet everywhere';

-- 14. DROP constraint public.p.p_goes
ALTER TABLE public.p DROP CONSTRAINT p_goes;

-- 15. DROP constraint public.p.p_m
ALTER TABLE public.p DROP CONSTRAINT p_m;

-- 16. CREATE constraint public.p.p_m
ALTER TABLE ONLY public.p ADD CONSTRAINT p_m UNIQUE (m, id);

-- 17. CREATE constraint public.p3.p3_m, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p3_m ON public.p3 USING btree (m, id) WITH (fillfactor = 70);

-- 18. CREATE constraint public.p3.p3_m
ALTER TABLE public.p3 ADD CONSTRAINT p3_m UNIQUE USING INDEX p3_m;
ALTER INDEX public.p_m ATTACH PARTITION public.p3_m;

-- 19. DROP constraint public.p.p_whole
ALTER TABLE public.p DROP CONSTRAINT p_whole;

-- 20. CREATE constraint public.p.p_whole
ALTER TABLE ONLY public.p ADD CONSTRAINT p_whole UNIQUE (m, n, id);

-- 21. CREATE constraint public.p1.p1_m_n_id_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p1_m_n_id_key ON public.p1 USING btree (m, n, id);

-- 22. CREATE constraint public.p1.p1_m_n_id_key
ALTER TABLE public.p1 ADD CONSTRAINT p1_m_n_id_key UNIQUE USING INDEX p1_m_n_id_key;
ALTER INDEX public.p_whole ATTACH PARTITION public.p1_m_n_id_key;

-- 23. DROP constraint public.q.q_n
ALTER TABLE public.q DROP CONSTRAINT q_n;

-- 24. DROP index public.q_index
DROP INDEX public.q_index;

-- 25. ALTER column public.q.n, DATA_DEPENDENT REWRITE
ALTER TABLE public.q ALTER COLUMN n TYPE bigint USING n::bigint;

-- 26. CREATE index public.q_index
CREATE INDEX q_index ON ONLY public.q USING btree (n);

-- 27. CREATE constraint public.q.q_n
ALTER TABLE ONLY public.q ADD CONSTRAINT q_n UNIQUE (id, n);

-- reverse

-- 1. CREATE constraint public.p.p_goes
ALTER TABLE ONLY public.p ADD CONSTRAINT p_goes UNIQUE (k, n, id);

-- 2. CREATE constraint public.p2.p2_m_n_id_key
ALTER TABLE ONLY public.p2 ADD CONSTRAINT p2_m_n_id_key UNIQUE (m, n, id);

-- 3. CREATE constraint public.p21.p21_m_n_id_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p21_m_n_id_key ON public.p21 USING btree (m, n, id);

-- 4. CREATE constraint public.p21.p21_m_n_id_key
ALTER TABLE public.p21 ADD CONSTRAINT p21_m_n_id_key UNIQUE USING INDEX p21_m_n_id_key;

-- 5. ALTER constraint public.p.p_whole
ALTER INDEX public.p2_m_n_id_key ATTACH PARTITION public.p21_m_n_id_key;

-- 6. CREATE constraint public.p22.p22_m_n_id_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p22_m_n_id_key ON public.p22 USING btree (m, n, id);

-- 7. CREATE constraint public.p22.p22_m_n_id_key
ALTER TABLE public.p22 ADD CONSTRAINT p22_m_n_id_key UNIQUE USING INDEX p22_m_n_id_key;

-- 8. ALTER constraint public.p.p_whole
ALTER INDEX public.p2_m_n_id_key ATTACH PARTITION public.p22_m_n_id_key;

-- 9. ALTER constraint public.p.p_whole
ALTER INDEX public.p_whole ATTACH PARTITION public.p2_m_n_id_key;

-- 10. CREATE constraint public.p3.p3_goes, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p3_goes ON public.p3 USING btree (k, n, id);

-- 11. CREATE constraint public.p3.p3_goes
ALTER TABLE public.p3 ADD CONSTRAINT p3_goes UNIQUE USING INDEX p3_goes;
ALTER INDEX public.p_goes ATTACH PARTITION public.p3_goes;

-- 12. CREATE constraint public.p3.p3_m_n_id_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p3_m_n_id_key ON public.p3 USING btree (m, n, id);

-- 13. CREATE constraint public.p3.p3_m_n_id_key
ALTER TABLE public.p3 ADD CONSTRAINT p3_m_n_id_key UNIQUE USING INDEX p3_m_n_id_key;

-- 14. ALTER constraint public.p.p_whole
ALTER INDEX public.p_whole ATTACH PARTITION public.p3_m_n_id_key;

-- 15. CREATE comment on constraint public.p3.p3_goes
COMMENT ON CONSTRAINT p3_goes ON public.p3 IS 'unique here';

-- 16. DROP constraint public.p.p_k
ALTER TABLE public.p DROP CONSTRAINT p_k;

-- 17. DROP constraint public.p.p_m
ALTER TABLE public.p DROP CONSTRAINT p_m;

-- 18. CREATE constraint public.p.p_m
ALTER TABLE ONLY public.p ADD CONSTRAINT p_m UNIQUE (m, id);

-- 19. CREATE constraint public.p1.p1_m, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p1_m ON public.p1 USING btree (m, id);

-- 20. CREATE constraint public.p1.p1_m
ALTER TABLE public.p1 ADD CONSTRAINT p1_m UNIQUE USING INDEX p1_m;
ALTER INDEX public.p_m ATTACH PARTITION public.p1_m;

-- 21. DROP constraint public.p.p_n
ALTER TABLE public.p DROP CONSTRAINT p_n;

-- 22. CREATE constraint public.p.p_n
ALTER TABLE ONLY public.p ADD CONSTRAINT p_n UNIQUE (n, id);

-- 23. CREATE constraint public.p1.p1_n, DATA_DEPENDENT
ALTER TABLE public.p1 ADD CONSTRAINT p1_n UNIQUE (n, id);

-- 24. DROP constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 25. DROP constraint public.q.q_n
ALTER TABLE public.q DROP CONSTRAINT q_n;

-- 26. DROP index public.p_plain
DROP INDEX public.p_plain CASCADE;

-- 27. CREATE index public.p_plain
CREATE UNIQUE INDEX p_plain ON ONLY public.p USING btree (id, n, m);

-- 28. CREATE constraint public.p1.p1_plain, DATA_DEPENDENT
ALTER TABLE public.p1 ADD CONSTRAINT p1_plain UNIQUE (id, n, m);

-- 29. CREATE constraint public.p3.p3_plain, DATA_DEPENDENT
ALTER TABLE public.p3 ADD CONSTRAINT p3_plain UNIQUE (id, n, m);
ALTER INDEX public.p_plain ATTACH PARTITION public.p3_plain;

-- 30. DROP index public.q_index
DROP INDEX public.q_index;

-- 31. ALTER column public.q.n, DATA_DEPENDENT
ALTER TABLE public.q ALTER COLUMN n TYPE integer USING n::integer;

-- 32. CREATE index public.q_index
CREATE INDEX q_index ON ONLY public.q USING btree (n);

-- 33. CREATE constraint public.q.q_n
ALTER TABLE ONLY public.q ADD CONSTRAINT q_n UNIQUE (id, n);
