-- 1. ALTER table public.e_25, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.e ATTACH PARTITION public.e_25 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- 2. ALTER table public.plain_1
ALTER TABLE public.plain DETACH PARTITION public.plain_1;

-- reverse

-- 1. ALTER table public.e_25
ALTER TABLE public.e DETACH PARTITION public.e_25;

-- 2. ALTER table public.plain_1, DATA_DEPENDENT
ALTER TABLE public.plain ATTACH PARTITION public.plain_1 FOR VALUES IN (1, 2);
