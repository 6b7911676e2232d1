-- 1. ALTER table public.m_eu
ALTER TABLE public.m DETACH PARTITION public.m_eu;

-- 2. ALTER table public.m_rest
ALTER TABLE public.m DETACH PARTITION public.m_rest;
DROP INDEX public.m_rest_at_idx;
ALTER TABLE public.m_rest DROP CONSTRAINT m_rest_pkey;

-- 3. ALTER table public.m_us
ALTER TABLE public.m DETACH PARTITION public.m_us;

-- 4. ALTER table public.m_us, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.m ATTACH PARTITION public.m_us FOR VALUES IN ('us', 'ca');

-- 5. ALTER table public.m_us_24
ALTER TABLE public.m_us DETACH PARTITION public.m_us_24;

-- 6. ALTER table public.m_us_24, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.m_us ATTACH PARTITION public.m_us_24 FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');

-- 7. CREATE table public.m_us_24b
CREATE TABLE public.m_us_24b PARTITION OF public.m_us FOR VALUES FROM ('2024-07-01') TO ('2025-01-01');

-- 8. ALTER table public.other_x
ALTER TABLE public.other DETACH PARTITION public.other_x;
DROP INDEX public.other_x_region_idx;
ALTER TABLE public.other_x RENAME CONSTRAINT other_at_not_null TO m_at_not_null;
ALTER TABLE public.other_x RENAME CONSTRAINT other_id_not_null TO m_id_not_null;
ALTER TABLE public.other_x RENAME CONSTRAINT other_region_not_null TO m_region_not_null;

-- 9. ALTER table public.other_x, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.m ATTACH PARTITION public.other_x FOR VALUES IN ('x');

-- reverse

-- 1. ALTER table public.m_us
ALTER TABLE public.m DETACH PARTITION public.m_us;

-- 2. ALTER table public.m_us_24
ALTER TABLE public.m_us DETACH PARTITION public.m_us_24;

-- 3. ALTER table public.other_x
ALTER TABLE public.m DETACH PARTITION public.other_x;
DROP INDEX public.other_x_at_idx;
ALTER TABLE public.other_x DROP CONSTRAINT other_x_pkey;
ALTER TABLE public.other_x RENAME CONSTRAINT m_at_not_null TO other_at_not_null;
ALTER TABLE public.other_x RENAME CONSTRAINT m_id_not_null TO other_id_not_null;
ALTER TABLE public.other_x RENAME CONSTRAINT m_region_not_null TO other_region_not_null;

-- 4. ALTER table public.m_eu, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_eu FOR VALUES IN ('eu');

-- 5. ALTER table public.m_rest, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_rest DEFAULT;

-- 6. ALTER table public.m_us, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_us FOR VALUES IN ('us');

-- 7. ALTER table public.other_x, DATA_DEPENDENT
ALTER TABLE public.other ATTACH PARTITION public.other_x FOR VALUES IN ('x');

-- 8. DROP table public.m_us_24b, DATA_LOSS IRREVERSIBLE; loses the rows of table public.m_us_24b
DROP TABLE public.m_us_24b;

-- 9. ALTER table public.m_us_24, DATA_DEPENDENT
ALTER TABLE public.m_us ATTACH PARTITION public.m_us_24 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
