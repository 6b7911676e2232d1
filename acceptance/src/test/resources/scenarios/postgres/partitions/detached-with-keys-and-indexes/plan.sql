-- 1. ALTER table public.e_24
ALTER TABLE public.e DETACH PARTITION public.e_24;
DROP INDEX public.e_24_lower_idx;
ALTER TABLE public.e_24 DROP CONSTRAINT e_24_at_o_id_key;

-- 2. ALTER table public.e_25
ALTER TABLE public.e DETACH PARTITION public.e_25;

-- 3. ALTER table public.e_25, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.e ATTACH PARTITION public.e_25 FOR VALUES FROM ('2025-01-01') TO ('2027-01-01');

-- 4. ALTER table public.e_27, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.e ATTACH PARTITION public.e_27 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- 5. CREATE table public.e_rest
CREATE TABLE public.e_rest PARTITION OF public.e DEFAULT;

-- reverse

-- 1. ALTER table public.e_25
ALTER TABLE public.e DETACH PARTITION public.e_25;

-- 2. ALTER table public.e_27
ALTER TABLE public.e DETACH PARTITION public.e_27;
DROP INDEX public.e_27_lower_idx;

-- 3. DROP table public.e_rest, DATA_LOSS IRREVERSIBLE; loses the rows of table public.e_rest
DROP TABLE public.e_rest;

-- 4. ALTER table public.e_24, DATA_DEPENDENT
ALTER TABLE public.e ATTACH PARTITION public.e_24 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- 5. ALTER table public.e_25, DATA_DEPENDENT
ALTER TABLE public.e ATTACH PARTITION public.e_25 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
