-- 1. ALTER column public.p.m, DATA_DEPENDENT REWRITE
ALTER TABLE public.p ALTER COLUMN m TYPE bigint USING m::bigint;
ALTER INDEX public.p_less ALTER COLUMN 1 SET STATISTICS 40;
ALTER INDEX public.p1_expr_idx RENAME TO less;
ALTER INDEX public.less ALTER COLUMN 1 SET STATISTICS -1;

-- 2. ALTER index public.p_half
ALTER TABLE ONLY public.p_half ALTER COLUMN 1 SET STATISTICS 7;

-- 3. ALTER index public.p_product
ALTER INDEX public.p_product ALTER COLUMN 1 SET STATISTICS 15;
ALTER INDEX public.keeps ALTER COLUMN 1 SET STATISTICS 20;

-- 4. ALTER index public.p_sum
ALTER INDEX public.p_sum ALTER COLUMN 1 SET STATISTICS 200;
ALTER INDEX public.named ALTER COLUMN 1 SET STATISTICS -1;
ALTER TABLE ONLY public.other ALTER COLUMN 1 SET STATISTICS 60;

-- 5. CREATE index public.third, OUTSIDE
CREATE INDEX CONCURRENTLY third ON public.p3 USING btree (((id - n)));

-- 6. ALTER index public.third
ALTER INDEX public.third ALTER COLUMN 1 SET STATISTICS 80;

-- 7. CREATE index public.p1_expr_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p1_expr_idx ON public.p1 USING btree (((id - n)));

-- 8. CREATE index public.p21_expr_idx3, OUTSIDE
CREATE INDEX CONCURRENTLY p21_expr_idx3 ON public.p21 USING btree (((id - n)));

-- 9. CREATE index public.p2_expr_idx2
CREATE INDEX p2_expr_idx2 ON ONLY public.p2 USING btree (((id - n)));

-- 10. CREATE index public.p_difference
CREATE INDEX p_difference ON ONLY public.p USING btree (((id - n)));

-- 11. ALTER index public.p1_expr_idx
ALTER INDEX public.p1_expr_idx ALTER COLUMN 1 SET STATISTICS 70;

-- 12. ALTER index public.p21_expr_idx3
ALTER INDEX public.p21_expr_idx3 ALTER COLUMN 1 SET STATISTICS 70;

-- 13. ALTER index public.p_difference
ALTER INDEX public.p_difference ATTACH PARTITION public.p1_expr_idx;

-- 14. ALTER index public.p_difference
ALTER INDEX public.p2_expr_idx2 ATTACH PARTITION public.p21_expr_idx3;

-- 15. ALTER index public.p_difference
ALTER INDEX public.p_difference ATTACH PARTITION public.p2_expr_idx2;

-- 16. ALTER index public.p_difference
ALTER INDEX public.p_difference ATTACH PARTITION public.third;

-- 17. ALTER index public.p_difference
ALTER INDEX public.p_difference ALTER COLUMN 1 SET STATISTICS 70;
ALTER INDEX public.third ALTER COLUMN 1 SET STATISTICS 80;

-- reverse

-- 1. ALTER column public.p.m, DATA_DEPENDENT
ALTER TABLE public.p ALTER COLUMN m TYPE integer USING m::integer;
ALTER INDEX public.p_less ALTER COLUMN 1 SET STATISTICS 40;
ALTER INDEX public.p1_expr_idx1 RENAME TO less;
ALTER INDEX public.less ALTER COLUMN 1 SET STATISTICS -1;

-- 2. ALTER index public.p_half
ALTER TABLE ONLY public.p_half ALTER COLUMN 1 SET STATISTICS 8;

-- 3. ALTER index public.p_product
ALTER INDEX public.p_product ALTER COLUMN 1 SET STATISTICS 10;
ALTER INDEX public.keeps ALTER COLUMN 1 SET STATISTICS 20;

-- 4. ALTER index public.p_sum
ALTER INDEX public.p_sum ALTER COLUMN 1 SET STATISTICS 300;
ALTER INDEX public.named ALTER COLUMN 1 SET STATISTICS 50;

-- 5. DROP index public.p_difference
DROP INDEX public.p_difference;
