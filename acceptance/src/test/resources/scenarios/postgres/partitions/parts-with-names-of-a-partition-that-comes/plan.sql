-- 1. CREATE table public.p2
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);

-- 2. ALTER table public.p3
ALTER TABLE public.p3 ADD CONSTRAINT p3_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 20) AND (id < 30))) NOT VALID;

-- 3. ALTER table public.p3, ALONE, DATA_DEPENDENT
ALTER TABLE public.p3 VALIDATE CONSTRAINT p3_plumbline_bounds;

-- 4. ALTER index public.by_n
ALTER INDEX public.p2_lower_n_idx RENAME TO by_n;

-- 5. ALTER index public.p2_t_idx
ALTER INDEX public.p2_t_idx SET (fillfactor = 80);

-- 6. CREATE index public.p3_lower_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p3_lower_n_idx ON public.p3 USING btree (lower(t), n) WITH (fillfactor = 70);

-- 7. ALTER table public.p3, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p ATTACH PARTITION public.p3 FOR VALUES FROM (20) TO (30);
ALTER TABLE public.p3 DROP CONSTRAINT p3_plumbline_bounds;

-- 8. ALTER index public.by_t
ALTER INDEX public.p3_t_idx RENAME TO by_t;

-- 9. ALTER constraint public.p2.key_2
ALTER INDEX public.p2_pkey1 RENAME TO key_2;

-- reverse

-- 1. ALTER table public.p2, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p2 CONCURRENTLY;

-- 2. ALTER table public.p3, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p3 CONCURRENTLY;

-- 3. ALTER table public.p3
ALTER TABLE public.p3 DROP CONSTRAINT IF EXISTS p3_id_check;
DROP INDEX public.p3_lower_n_idx;

-- 4. DROP index public.by_t
DROP INDEX public.by_t;

-- 5. DROP table public.p2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.p2
DROP TABLE public.p2;
