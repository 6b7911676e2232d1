-- 1. ALTER index public.p1_n
ALTER INDEX public.p_n ATTACH PARTITION public.p1_n;

-- 2. CREATE index public.p_k
CREATE INDEX p_k ON ONLY public.p USING btree (k);

-- 3. CREATE index public.p2_k
CREATE INDEX p2_k ON ONLY public.p2 USING btree (k);
ALTER INDEX public.p_k ATTACH PARTITION public.p2_k;

-- 4. CREATE index public.p21_k, OUTSIDE
CREATE INDEX CONCURRENTLY p21_k ON public.p21 USING btree (k);

-- 5. CREATE index public.p_k_m
CREATE INDEX p_k_m ON ONLY public.p USING btree (k, m);

-- 6. CREATE index public.p21_k_m_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p21_k_m_idx ON public.p21 USING btree (k, m);

-- 7. CREATE index public.p22_k_m_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p22_k_m_idx ON public.p22 USING btree (k, m);

-- 8. CREATE index public.p2_k_m
CREATE INDEX p2_k_m ON ONLY public.p2 USING btree (k, m);

-- 9. ALTER index public.p21_k
ALTER INDEX public.p2_k ATTACH PARTITION public.p21_k;

-- 10. ALTER index public.p2_k_m
ALTER INDEX public.p2_k_m ATTACH PARTITION public.p21_k_m_idx;

-- 11. ALTER index public.p2_k_m
ALTER INDEX public.p2_k_m ATTACH PARTITION public.p22_k_m_idx;

-- 12. ALTER index public.p2_k_m
ALTER INDEX public.p_k_m ATTACH PARTITION public.p2_k_m;

-- 13. DROP index public.p_id
DROP INDEX public.p_id;

-- 14. DROP index public.p_m
DROP INDEX public.p_m;

-- 15. CREATE index public.p_m
CREATE INDEX p_m ON ONLY public.p USING btree (m);

-- 16. CREATE index public.p3_m, OUTSIDE
CREATE INDEX CONCURRENTLY p3_m ON public.p3 USING btree (m) WITH (fillfactor = 70);

-- 17. ALTER index public.p3_m
ALTER INDEX public.p_m ATTACH PARTITION public.p3_m;

-- reverse

-- 1. CREATE index public.p_id
CREATE UNIQUE INDEX p_id ON ONLY public.p USING btree (id);

-- 2. CREATE index public.p3_id, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p3_id ON public.p3 USING btree (id);

-- 3. ALTER index public.p3_id
ALTER INDEX public.p_id ATTACH PARTITION public.p3_id;

-- 4. CREATE comment on index public.p3_id
COMMENT ON INDEX public.p3_id IS 'unique here';

-- 5. DROP index public.p_k
DROP INDEX public.p_k;

-- 6. DROP index public.p_k_m
DROP INDEX public.p_k_m;

-- 7. DROP index public.p_m
DROP INDEX public.p_m;

-- 8. CREATE index public.p_m
CREATE INDEX p_m ON ONLY public.p USING btree (m);

-- 9. CREATE index public.p1_m, OUTSIDE
CREATE INDEX CONCURRENTLY p1_m ON public.p1 USING btree (m);

-- 10. ALTER index public.p1_m
ALTER INDEX public.p_m ATTACH PARTITION public.p1_m;

-- 11. DROP index public.p_n
DROP INDEX public.p_n;

-- 12. CREATE index public.p1_n, OUTSIDE
CREATE INDEX CONCURRENTLY p1_n ON public.p1 USING btree (n);

-- 13. CREATE index public.p_n
CREATE INDEX p_n ON ONLY public.p USING btree (n);
