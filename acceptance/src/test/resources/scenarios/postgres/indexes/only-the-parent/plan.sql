-- 1. DROP index public.p_m
DROP INDEX public.p_m;

-- 2. CREATE index public.p_m
CREATE INDEX p_m ON ONLY public.p USING btree (m);

-- 3. DROP index public.p_n
DROP INDEX public.p_n;

-- 4. CREATE index public.p1_m_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p1_m_idx ON public.p1 USING btree (m);

-- 5. CREATE index public.p2_m_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p2_m_idx ON public.p2 USING btree (m);

-- 6. CREATE index public.p_n
CREATE INDEX p_n ON ONLY public.p USING btree (n);

-- 7. ALTER index public.p_m
ALTER INDEX public.p_m ATTACH PARTITION public.p1_m_idx;

-- 8. ALTER index public.p_m
ALTER INDEX public.p_m ATTACH PARTITION public.p2_m_idx;

-- reverse

-- 1. DROP index public.p_m
DROP INDEX public.p_m;

-- 2. CREATE index public.p_m
CREATE INDEX p_m ON ONLY public.p USING btree (m);

-- 3. DROP index public.p_n
DROP INDEX public.p_n;

-- 4. CREATE index public.p1_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p1_n_idx ON public.p1 USING btree (n);

-- 5. CREATE index public.p2_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p2_n_idx ON public.p2 USING btree (n);

-- 6. CREATE index public.p_n
CREATE INDEX p_n ON ONLY public.p USING btree (n);

-- 7. ALTER index public.p_n
ALTER INDEX public.p_n ATTACH PARTITION public.p1_n_idx;

-- 8. ALTER index public.p_n
ALTER INDEX public.p_n ATTACH PARTITION public.p2_n_idx;
