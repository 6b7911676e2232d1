-- 1. ALTER table public.h_0, OUTSIDE
ALTER TABLE public.h DETACH PARTITION public.h_0 CONCURRENTLY;

-- 2. ALTER table public.h_0
ALTER TABLE public.h_0 DROP CONSTRAINT IF EXISTS h_0_id_check;

-- 3. ALTER table public.l_eu, OUTSIDE
ALTER TABLE public.l DETACH PARTITION public.l_eu CONCURRENTLY;

-- 4. ALTER table public.l_eu
ALTER TABLE public.l_eu DROP CONSTRAINT IF EXISTS l_eu_region_check;

-- 5. ALTER table public.m_1, OUTSIDE
ALTER TABLE public.m DETACH PARTITION public.m_1 CONCURRENTLY;

-- 6. ALTER table public.m_1
ALTER TABLE public.m_1 DROP CONSTRAINT IF EXISTS m_1_check;

-- 7. ALTER table public.m_2, OUTSIDE
ALTER TABLE public.m DETACH PARTITION public.m_2 CONCURRENTLY;

-- 8. ALTER table public.m_2
ALTER TABLE public.m_2 DROP CONSTRAINT IF EXISTS m_2_check1;

-- 9. ALTER table public.r_23, OUTSIDE
ALTER TABLE public.r DETACH PARTITION public.r_23 CONCURRENTLY;

-- 10. ALTER table public.r_24, OUTSIDE
ALTER TABLE public.r DETACH PARTITION public.r_24 CONCURRENTLY;

-- 11. ALTER table public.r_24
ALTER TABLE public.r_24 DROP CONSTRAINT IF EXISTS r_24_at_check1;
DROP INDEX public.r_24_o_id_idx;

-- 12. DROP table public.r_23, DATA_LOSS IRREVERSIBLE; loses the rows of table public.r_23
DROP TABLE public.r_23;

-- reverse

-- 1. ALTER table public.h_0
ALTER TABLE public.h_0 ADD CONSTRAINT h_0_plumbline_bounds CHECK (satisfies_hash_partition('public.h'::regclass, 2, 0, id)) NOT VALID;

-- 2. ALTER table public.h_0, ALONE, DATA_DEPENDENT
ALTER TABLE public.h_0 VALIDATE CONSTRAINT h_0_plumbline_bounds;

-- 3. ALTER table public.h_0, DATA_DEPENDENT
ALTER TABLE public.h ATTACH PARTITION public.h_0 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE public.h_0 DROP CONSTRAINT h_0_plumbline_bounds;

-- 4. ALTER table public.l_eu
ALTER TABLE public.l_eu ADD CONSTRAINT l_eu_plumbline_bounds CHECK (((region IS NULL) OR (region = 'de'::text))) NOT VALID;

-- 5. ALTER table public.l_eu, ALONE, DATA_DEPENDENT
ALTER TABLE public.l_eu VALIDATE CONSTRAINT l_eu_plumbline_bounds;

-- 6. ALTER table public.l_eu, DATA_DEPENDENT
ALTER TABLE public.l ATTACH PARTITION public.l_eu FOR VALUES IN ('de', NULL);
ALTER TABLE public.l_eu DROP CONSTRAINT l_eu_plumbline_bounds;

-- 7. ALTER table public.m_1
ALTER TABLE public.m_1 ADD CONSTRAINT m_1_plumbline_bounds CHECK (((a IS NOT NULL) AND (lower("B c") IS NOT NULL) AND ((a < 5) OR ((a = 5) AND (lower("B c") < 'x'::text))))) NOT VALID;

-- 8. ALTER table public.m_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_1 VALIDATE CONSTRAINT m_1_plumbline_bounds;

-- 9. ALTER table public.m_2
ALTER TABLE public.m_2 ADD CONSTRAINT m_2_plumbline_bounds CHECK (((a IS NOT NULL) AND (lower("B c") IS NOT NULL) AND ((a > 5) OR ((a = 5) AND (lower("B c") >= 'x'::text))) AND ((a < 9) OR ((a = 9) AND (lower("B c") < 'x'::text))))) NOT VALID;

-- 10. ALTER table public.m_2, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_2 VALIDATE CONSTRAINT m_2_plumbline_bounds;

-- 11. ALTER table public.m_1, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_1 FOR VALUES FROM (MINVALUE, MINVALUE) TO (5, 'x');
ALTER TABLE public.m_1 DROP CONSTRAINT m_1_plumbline_bounds;

-- 12. ALTER table public.m_2, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_2 FOR VALUES FROM (5, 'x') TO (9, 'x');
ALTER TABLE public.m_2 DROP CONSTRAINT m_2_plumbline_bounds;

-- 13. CREATE table public.r_23
CREATE TABLE public.r_23 PARTITION OF public.r FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');

-- 14. ALTER table public.r_24
ALTER TABLE public.r_24 ADD CONSTRAINT r_24_plumbline_bounds CHECK (((at IS NOT NULL) AND (at >= '2024-01-01'::date) AND (at < '2025-01-01'::date))) NOT VALID;

-- 15. ALTER table public.r_24, ALONE, DATA_DEPENDENT
ALTER TABLE public.r_24 VALIDATE CONSTRAINT r_24_plumbline_bounds;

-- 16. CREATE index public.r_24_o_id_idx, OUTSIDE
CREATE INDEX CONCURRENTLY r_24_o_id_idx ON public.r_24 USING btree (o_id);

-- 17. ALTER table public.r_24, DATA_DEPENDENT
ALTER TABLE public.r ATTACH PARTITION public.r_24 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE public.r_24 DROP CONSTRAINT r_24_plumbline_bounds;
