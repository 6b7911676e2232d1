-- 1. ALTER table public.m_eu
ALTER TABLE public.m DETACH PARTITION public.m_eu;

-- 2. ALTER table public.m_rest
ALTER TABLE public.m DETACH PARTITION public.m_rest;
DROP INDEX public.m_rest_at_idx;
ALTER TABLE public.m_rest DROP CONSTRAINT m_rest_pkey;

-- 3. ALTER table public.m_us
ALTER TABLE public.m_us ADD CONSTRAINT m_us_plumbline_bounds CHECK (((region IS NOT NULL) AND (region = ANY (ARRAY['us'::text, 'ca'::text])))) NOT VALID;

-- 4. ALTER table public.m_us, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_us VALIDATE CONSTRAINT m_us_plumbline_bounds;

-- 5. ALTER table public.other_x
ALTER TABLE public.other_x ADD CONSTRAINT other_x_plumbline_bounds CHECK (((region IS NOT NULL) AND (region = 'x'::text))) NOT VALID;

-- 6. ALTER table public.other_x, ALONE, DATA_DEPENDENT
ALTER TABLE public.other_x VALIDATE CONSTRAINT other_x_plumbline_bounds;

-- 7. ALTER table public.m_us
ALTER TABLE public.m DETACH PARTITION public.m_us;

-- 8. ALTER table public.m_us, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_us FOR VALUES IN ('us', 'ca');
ALTER TABLE public.m_us DROP CONSTRAINT m_us_plumbline_bounds;

-- 9. ALTER table public.m_us_24
ALTER TABLE public.m_us_24 ADD CONSTRAINT m_us_24_plumbline_bounds CHECK (((region IS NOT NULL) AND (region = ANY (ARRAY['us'::text, 'ca'::text])) AND (at IS NOT NULL) AND (at >= '2024-01-01'::date) AND (at < '2024-07-01'::date))) NOT VALID;

-- 10. ALTER table public.m_us_24, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_us_24 VALIDATE CONSTRAINT m_us_24_plumbline_bounds;

-- 11. ALTER table public.m_us_24
ALTER TABLE public.m_us DETACH PARTITION public.m_us_24;

-- 12. ALTER table public.m_us_24, DATA_DEPENDENT
ALTER TABLE public.m_us ATTACH PARTITION public.m_us_24 FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');
ALTER TABLE public.m_us_24 DROP CONSTRAINT m_us_24_plumbline_bounds;

-- 13. CREATE table public.m_us_24b
CREATE TABLE public.m_us_24b PARTITION OF public.m_us FOR VALUES FROM ('2024-07-01') TO ('2025-01-01');

-- 14. ALTER table public.other_x
ALTER TABLE public.other DETACH PARTITION public.other_x;
DROP INDEX public.other_x_region_idx;
ALTER TABLE public.other_x RENAME CONSTRAINT other_at_not_null TO m_at_not_null;
ALTER TABLE public.other_x RENAME CONSTRAINT other_id_not_null TO m_id_not_null;
ALTER TABLE public.other_x RENAME CONSTRAINT other_region_not_null TO m_region_not_null;

-- 15. ALTER table public.other_x, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.m ATTACH PARTITION public.other_x FOR VALUES IN ('x');
ALTER TABLE public.other_x DROP CONSTRAINT other_x_plumbline_bounds;

-- reverse

-- 1. ALTER table public.m_eu
ALTER TABLE public.m_eu ADD CONSTRAINT m_eu_plumbline_bounds CHECK (((region IS NOT NULL) AND (region = 'eu'::text))) NOT VALID;

-- 2. ALTER table public.m_eu, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_eu VALIDATE CONSTRAINT m_eu_plumbline_bounds;

-- 3. ALTER table public.m_rest
ALTER TABLE public.m_rest ADD CONSTRAINT m_rest_plumbline_bounds CHECK ((NOT ((region IS NOT NULL) AND (region = ANY (ARRAY['eu'::text, 'us'::text]))))) NOT VALID;

-- 4. ALTER table public.m_rest, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_rest VALIDATE CONSTRAINT m_rest_plumbline_bounds;

-- 5. ALTER table public.m_us
ALTER TABLE public.m_us ADD CONSTRAINT m_us_plumbline_bounds CHECK (((region IS NOT NULL) AND (region = 'us'::text))) NOT VALID;

-- 6. ALTER table public.m_us, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_us VALIDATE CONSTRAINT m_us_plumbline_bounds;

-- 7. ALTER table public.m_us_24b, OUTSIDE
ALTER TABLE public.m_us DETACH PARTITION public.m_us_24b CONCURRENTLY;

-- 8. ALTER table public.other_x
ALTER TABLE public.other_x ADD CONSTRAINT other_x_plumbline_bounds CHECK (((region IS NOT NULL) AND (region = 'x'::text))) NOT VALID;

-- 9. ALTER table public.other_x, ALONE, DATA_DEPENDENT
ALTER TABLE public.other_x VALIDATE CONSTRAINT other_x_plumbline_bounds;

-- 10. ALTER table public.m_us
ALTER TABLE public.m DETACH PARTITION public.m_us;

-- 11. ALTER table public.other_x
ALTER TABLE public.m DETACH PARTITION public.other_x;
DROP INDEX public.other_x_at_idx;
ALTER TABLE public.other_x DROP CONSTRAINT other_x_pkey;
ALTER TABLE public.other_x RENAME CONSTRAINT m_at_not_null TO other_at_not_null;
ALTER TABLE public.other_x RENAME CONSTRAINT m_id_not_null TO other_id_not_null;
ALTER TABLE public.other_x RENAME CONSTRAINT m_region_not_null TO other_region_not_null;

-- 12. ALTER table public.m_eu, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_eu FOR VALUES IN ('eu');
ALTER TABLE public.m_eu DROP CONSTRAINT m_eu_plumbline_bounds;

-- 13. ALTER table public.m_us, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_us FOR VALUES IN ('us');
ALTER TABLE public.m_us DROP CONSTRAINT m_us_plumbline_bounds;

-- 14. ALTER table public.m_us_24
ALTER TABLE public.m_us_24 ADD CONSTRAINT m_us_24_plumbline_bounds CHECK (((region IS NOT NULL) AND (region = 'us'::text) AND (at IS NOT NULL) AND (at >= '2024-01-01'::date) AND (at < '2025-01-01'::date))) NOT VALID;

-- 15. ALTER table public.m_us_24, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_us_24 VALIDATE CONSTRAINT m_us_24_plumbline_bounds;

-- 16. ALTER table public.m_us_24
ALTER TABLE public.m_us DETACH PARTITION public.m_us_24;

-- 17. ALTER table public.other_x, DATA_DEPENDENT
ALTER TABLE public.other ATTACH PARTITION public.other_x FOR VALUES IN ('x');
ALTER TABLE public.other_x DROP CONSTRAINT other_x_plumbline_bounds;

-- 18. CREATE index public.m_rest_at_idx, OUTSIDE
CREATE INDEX CONCURRENTLY m_rest_at_idx ON public.m_rest USING btree (at);

-- 19. CREATE constraint public.m_rest.m_rest_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY m_rest_pkey ON public.m_rest USING btree (id, region, at);

-- 20. CREATE constraint public.m_rest.m_rest_pkey
ALTER TABLE public.m_rest ADD CONSTRAINT m_rest_pkey PRIMARY KEY USING INDEX m_rest_pkey;

-- 21. ALTER table public.m_rest, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_rest DEFAULT;
ALTER TABLE public.m_rest DROP CONSTRAINT m_rest_plumbline_bounds;

-- 22. DROP table public.m_us_24b, DATA_LOSS IRREVERSIBLE; loses the rows of table public.m_us_24b
DROP TABLE public.m_us_24b;

-- 23. ALTER table public.m_us_24, DATA_DEPENDENT
ALTER TABLE public.m_us ATTACH PARTITION public.m_us_24 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE public.m_us_24 DROP CONSTRAINT m_us_24_plumbline_bounds;
