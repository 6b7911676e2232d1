-- 1. ALTER table public.p3, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p3 CONCURRENTLY;

-- 2. ALTER table public.p3
ALTER TABLE public.p3 DROP CONSTRAINT IF EXISTS p3_id_check;

-- 3. ALTER table public.p4
ALTER TABLE public.p4 ADD CONSTRAINT p4_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 30) AND (id < 40))) NOT VALID;

-- 4. ALTER table public.p4, ALONE, DATA_DEPENDENT
ALTER TABLE public.p4 VALIDATE CONSTRAINT p4_plumbline_bounds;

-- 5. ALTER table public.p4, DATA_DEPENDENT
ALTER TABLE public.p ATTACH PARTITION public.p4 FOR VALUES FROM (30) TO (40);
ALTER TABLE public.p4 DROP CONSTRAINT p4_plumbline_bounds;

-- 6. CREATE table public.q2
CREATE TABLE public.q2 PARTITION OF public.q FOR VALUES FROM (10) TO (20);

-- 7. ALTER table public.r1
ALTER TABLE public.r DETACH PARTITION public.r1;

-- 8. ALTER index public.p4_n
ALTER INDEX public.p_n ATTACH PARTITION public.p4_n;

-- 9. DROP index public.q_n
DROP INDEX public.q_n;

-- 10. CREATE index public.q_n
CREATE INDEX q_n ON ONLY public.q USING btree (n);

-- 11. DROP table public.r2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.r2
DROP TABLE public.r2;

-- 12. DROP table public.r
DROP TABLE public.r;

-- reverse

-- 1. ALTER table public.p3
ALTER TABLE public.p3 ADD CONSTRAINT p3_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 20) AND (id < 30))) NOT VALID;

-- 2. ALTER table public.p3, ALONE, DATA_DEPENDENT
ALTER TABLE public.p3 VALIDATE CONSTRAINT p3_plumbline_bounds;

-- 3. ALTER table public.p4, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p4 CONCURRENTLY;

-- 4. ALTER table public.p4
ALTER TABLE public.p4 DROP CONSTRAINT IF EXISTS p4_id_check;

-- 5. ALTER table public.p3, DATA_DEPENDENT
ALTER TABLE public.p ATTACH PARTITION public.p3 FOR VALUES FROM (20) TO (30);
ALTER TABLE public.p3 DROP CONSTRAINT p3_plumbline_bounds;

-- 6. ALTER table public.q2, OUTSIDE
ALTER TABLE public.q DETACH PARTITION public.q2 CONCURRENTLY;

-- 7. CREATE table public.r
CREATE TABLE public.r (
    id integer,
    n integer
) PARTITION BY RANGE (id);

-- 8. ALTER table public.r1
ALTER TABLE public.r1 ADD CONSTRAINT r1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 0) AND (id < 10))) NOT VALID;

-- 9. ALTER table public.r1, ALONE, DATA_DEPENDENT
ALTER TABLE public.r1 VALIDATE CONSTRAINT r1_plumbline_bounds;

-- 10. ALTER table public.r1, DATA_DEPENDENT
ALTER TABLE public.r ATTACH PARTITION public.r1 FOR VALUES FROM (0) TO (10);
ALTER TABLE public.r1 DROP CONSTRAINT r1_plumbline_bounds;

-- 11. CREATE table public.r2
CREATE TABLE public.r2 PARTITION OF public.r FOR VALUES FROM (10) TO (20);

-- 12. ALTER index public.p3_n
ALTER INDEX public.p_n ATTACH PARTITION public.p3_n;

-- 13. CREATE index public.r_n
CREATE INDEX r_n ON ONLY public.r USING btree (n);

-- 14. ALTER index public.r1_n
ALTER INDEX public.r_n ATTACH PARTITION public.r1_n;

-- 15. DROP table public.q2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.q2
DROP TABLE public.q2;
