-- 1. ALTER table public.e_25
ALTER TABLE public.e_25 ADD CONSTRAINT e_25_plumbline_bounds CHECK (((at IS NOT NULL) AND (at >= '2025-01-01'::date) AND (at < '2026-01-01'::date))) NOT VALID;

-- 2. ALTER table public.e_25, ALONE, DATA_DEPENDENT
ALTER TABLE public.e_25 VALIDATE CONSTRAINT e_25_plumbline_bounds;

-- 3. ALTER table public.e_25, DATA_DEPENDENT
ALTER TABLE public.e ATTACH PARTITION public.e_25 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE public.e_25 DROP CONSTRAINT e_25_plumbline_bounds;

-- 4. ALTER table public.plain_1, OUTSIDE
ALTER TABLE public.plain DETACH PARTITION public.plain_1 CONCURRENTLY;

-- 5. ALTER table public.plain_1
ALTER TABLE public.plain_1 DROP CONSTRAINT IF EXISTS plain_1_id_check;

-- reverse

-- 1. ALTER table public.e_25, OUTSIDE
ALTER TABLE public.e DETACH PARTITION public.e_25 CONCURRENTLY;

-- 2. ALTER table public.e_25
ALTER TABLE public.e_25 DROP CONSTRAINT IF EXISTS e_25_at_check;

-- 3. ALTER table public.plain_1
ALTER TABLE public.plain_1 ADD CONSTRAINT plain_1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id = ANY (ARRAY[1, 2])))) NOT VALID;

-- 4. ALTER table public.plain_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.plain_1 VALIDATE CONSTRAINT plain_1_plumbline_bounds;

-- 5. ALTER table public.plain_1, DATA_DEPENDENT
ALTER TABLE public.plain ATTACH PARTITION public.plain_1 FOR VALUES IN (1, 2);
ALTER TABLE public.plain_1 DROP CONSTRAINT plain_1_plumbline_bounds;
