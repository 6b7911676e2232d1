-- 1. RENAME column public.p.number
ALTER TABLE public.p RENAME COLUMN n TO number;

-- 2. ALTER table public.p1
ALTER TABLE public.p1 ADD CONSTRAINT p1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 0) AND (id < 5))) NOT VALID;

-- 3. ALTER table public.p1, ALONE, DATA_DEPENDENT
ALTER TABLE public.p1 VALIDATE CONSTRAINT p1_plumbline_bounds;

-- 4. ALTER table public.p1
ALTER TABLE public.p DETACH PARTITION public.p1;
ALTER INDEX public.p1_n_idx RENAME TO p1_number_idx;
ALTER TABLE public.p1 RENAME CONSTRAINT p1_n_id_key TO p1_number_id_key;

-- 5. ALTER table public.p1, DATA_DEPENDENT
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (5);
ALTER TABLE public.p1 DROP CONSTRAINT p1_plumbline_bounds;

-- reverse

-- 1. ALTER table public.p1
ALTER TABLE public.p1 ADD CONSTRAINT p1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 0) AND (id < 10))) NOT VALID;

-- 2. ALTER table public.p1, ALONE, DATA_DEPENDENT
ALTER TABLE public.p1 VALIDATE CONSTRAINT p1_plumbline_bounds;

-- 3. ALTER table public.p1
ALTER TABLE public.p DETACH PARTITION public.p1;
ALTER INDEX public.p1_number_idx RENAME TO p1_n_idx;
ALTER TABLE public.p1 RENAME CONSTRAINT p1_number_id_key TO p1_n_id_key;

-- 4. ALTER table public.p1, DATA_DEPENDENT
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (10);
ALTER TABLE public.p1 DROP CONSTRAINT p1_plumbline_bounds;

-- 5. RENAME column public.p.n
ALTER TABLE public.p RENAME COLUMN number TO n;
