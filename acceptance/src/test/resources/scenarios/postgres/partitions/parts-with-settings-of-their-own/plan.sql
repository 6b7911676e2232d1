-- 1. ALTER index public.p1_expr_idx
ALTER INDEX public.p1_expr_idx ALTER COLUMN 1 SET STATISTICS 500;

-- 2. ALTER index public.p1_n_idx
ALTER INDEX public.p1_n_idx RESET (fillfactor);

-- 3. ALTER index public.p2_n_idx
ALTER INDEX public.p2_n_idx SET (fillfactor = 80);
ALTER TABLE public.p2 CLUSTER ON p2_n_idx;

-- 4. ALTER constraint public.p1.p1_id_key
ALTER TABLE public.p1 CLUSTER ON p1_id_key;
ALTER INDEX public.p1_id_key SET (fillfactor = 50);

-- 5. CREATE constraint public.p2.later, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY later ON public.p2 USING btree (n, id);

-- 6. CREATE constraint public.p2.later
ALTER TABLE public.p2 ADD CONSTRAINT later UNIQUE USING INDEX later DEFERRABLE INITIALLY DEFERRED;

-- 7. CREATE comment on constraint public.p1.p1_id_key
COMMENT ON CONSTRAINT p1_id_key ON public.p1 IS 'the first';

-- 8. CREATE comment on index public.p1_n_idx
COMMENT ON INDEX public.p1_n_idx IS 'often read';

-- 9. DROP comment on constraint public.p2.p2_id_key
COMMENT ON CONSTRAINT p2_id_key ON public.p2 IS NULL;

-- 10. DROP comment on index public.p2_n_idx
COMMENT ON INDEX public.p2_n_idx IS NULL;

-- 11. DROP constraint public.p.p_n_id
ALTER TABLE public.p DROP CONSTRAINT p_n_id;

-- 12. CREATE constraint public.p1.late, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p1 ADD CONSTRAINT late UNIQUE (n, id);

-- 13. CREATE constraint public.p.p_n_id, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_n_id UNIQUE (n, id);

-- reverse

-- 1. ALTER index public.p1_expr_idx
ALTER INDEX public.p1_expr_idx ALTER COLUMN 1 SET STATISTICS -1;

-- 2. ALTER index public.p1_n_idx
ALTER INDEX public.p1_n_idx SET (fillfactor = 60);
ALTER TABLE public.p1 CLUSTER ON p1_n_idx;

-- 3. ALTER index public.p2_n_idx
ALTER INDEX public.p2_n_idx RESET (fillfactor);
ALTER TABLE public.p2 SET WITHOUT CLUSTER;

-- 4. CREATE comment on constraint public.p2.p2_id_key
COMMENT ON CONSTRAINT p2_id_key ON public.p2 IS 'the second';

-- 5. CREATE comment on index public.p2_n_idx
COMMENT ON INDEX public.p2_n_idx IS 'rarely read';

-- 6. DROP comment on constraint public.p1.p1_id_key
COMMENT ON CONSTRAINT p1_id_key ON public.p1 IS NULL;

-- 7. ALTER constraint public.p1.p1_id_key
ALTER INDEX public.p1_id_key RESET (fillfactor);

-- 8. DROP comment on index public.p1_n_idx
COMMENT ON INDEX public.p1_n_idx IS NULL;

-- 9. DROP constraint public.p.p_n_id
ALTER TABLE public.p DROP CONSTRAINT p_n_id;

-- 10. CREATE constraint public.p1.late, DATA_DEPENDENT
ALTER TABLE public.p1 ADD CONSTRAINT late UNIQUE (n, id) DEFERRABLE;

-- 11. CREATE constraint public.p.p_n_id, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_n_id UNIQUE (n, id);
