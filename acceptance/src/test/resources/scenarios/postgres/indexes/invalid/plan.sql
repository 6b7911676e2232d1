-- 1. DROP index public.left_behind, OUTSIDE
DROP INDEX CONCURRENTLY IF EXISTS public.left_behind;

-- 2. DROP index public.t_id, OUTSIDE
DROP INDEX CONCURRENTLY IF EXISTS public.t_id;

-- 3. DROP index public.t_n, OUTSIDE
DROP INDEX CONCURRENTLY IF EXISTS public.t_n;

-- 4. CREATE index public.t_id, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_id ON public.t USING btree (id);

-- 5. CREATE index public.t_n, OUTSIDE
CREATE INDEX CONCURRENTLY t_n ON public.t USING btree (n);

-- 6. CREATE comment on index public.t_n
COMMENT ON INDEX public.t_n IS 'by n';

-- 7. DROP index public.p_n
DROP INDEX public.p_n;

-- 8. CREATE index public.p1_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p1_n_idx ON public.p1 USING btree (n);

-- 9. CREATE index public.p2_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p2_n_idx ON public.p2 USING btree (n);

-- 10. CREATE index public.p_n
CREATE INDEX p_n ON ONLY public.p USING btree (n);

-- 11. ALTER index public.p_n
ALTER INDEX public.p_n ATTACH PARTITION public.p1_n_idx;

-- 12. ALTER index public.p_n
ALTER INDEX public.p_n ATTACH PARTITION public.p2_n_idx;

-- reverse

-- 1. DROP index public.p_n
DROP INDEX public.p_n;

-- 2. CREATE index public.p_n
CREATE INDEX p_n ON ONLY public.p USING btree (n);

-- 3. CREATE index public.p1_by_n, OUTSIDE
CREATE INDEX CONCURRENTLY p1_by_n ON public.p1 USING btree (n);

-- 4. ALTER index public.p1_by_n
ALTER INDEX public.p_n ATTACH PARTITION public.p1_by_n;

-- 5. DROP index public.t_id, OUTSIDE
DROP INDEX CONCURRENTLY public.t_id;

-- 6. DROP index public.t_n, OUTSIDE
DROP INDEX CONCURRENTLY public.t_n;
