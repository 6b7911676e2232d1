-- 1. ALTER table public.joins
ALTER TABLE public.joins ADD CONSTRAINT joins_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 40) AND (id < 50))) NOT VALID;

-- 2. ALTER table public.joins, ALONE, DATA_DEPENDENT
ALTER TABLE public.joins VALIDATE CONSTRAINT joins_plumbline_bounds;

-- 3. ALTER table public.joins
ALTER TABLE public.joins RENAME CONSTRAINT joins_id_not_null TO p_id_not_null;

-- 4. ALTER table public.joins, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p ATTACH PARTITION public.joins FOR VALUES FROM (40) TO (50);
ALTER TABLE public.joins DROP CONSTRAINT joins_plumbline_bounds;

-- 5. CREATE table public.p2
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);

-- 6. CREATE table public.p3
CREATE TABLE public.p3 PARTITION OF public.p FOR VALUES FROM (20) TO (30);

-- 7. CREATE table public.p4
CREATE TABLE public.p4 PARTITION OF public.p FOR VALUES FROM (30) TO (40);

-- 8. ALTER index public.p_sum
ALTER INDEX public.p_sum ALTER COLUMN 1 SET STATISTICS 20;

-- 9. ALTER index public.another
ALTER INDEX public.p2_expr_idx RENAME TO another;
ALTER INDEX public.another ALTER COLUMN 1 SET STATISTICS 30;

-- 10. ALTER index public.joined
ALTER INDEX public.joins_expr_idx RENAME TO joined;
ALTER INDEX public.joined ALTER COLUMN 1 SET STATISTICS 40;

-- 11. ALTER index public.none
ALTER INDEX public.p3_expr_idx RENAME TO "none";
ALTER INDEX public."none" ALTER COLUMN 1 SET STATISTICS -1;

-- reverse

-- 1. ALTER table public.joins, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.joins CONCURRENTLY;

-- 2. ALTER table public.joins
ALTER TABLE public.joins DROP CONSTRAINT IF EXISTS joins_id_check;
ALTER TABLE public.joins RENAME CONSTRAINT p_id_not_null TO joins_id_not_null;

-- 3. ALTER table public.p2, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p2 CONCURRENTLY;

-- 4. ALTER table public.p3, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p3 CONCURRENTLY;

-- 5. ALTER table public.p4, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p4 CONCURRENTLY;

-- 6. ALTER index public.p_sum
ALTER INDEX public.p_sum ALTER COLUMN 1 SET STATISTICS 10;

-- 7. DROP index public.joined
DROP INDEX public.joined;

-- 8. DROP table public.p2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.p2
DROP TABLE public.p2;

-- 9. DROP table public.p3, DATA_LOSS IRREVERSIBLE; loses the rows of table public.p3
DROP TABLE public.p3;

-- 10. DROP table public.p4, DATA_LOSS IRREVERSIBLE; loses the rows of table public.p4
DROP TABLE public.p4;
