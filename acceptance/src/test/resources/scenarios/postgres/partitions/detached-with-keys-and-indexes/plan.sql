-- 1. ALTER table public.e_24, OUTSIDE
ALTER TABLE public.e DETACH PARTITION public.e_24 CONCURRENTLY;

-- 2. ALTER table public.e_24
ALTER TABLE public.e_24 DROP CONSTRAINT IF EXISTS e_24_at_check;
DROP INDEX public.e_24_lower_idx;
ALTER TABLE public.e_24 DROP CONSTRAINT e_24_at_o_id_key;

-- 3. ALTER table public.e_25
ALTER TABLE public.e_25 ADD CONSTRAINT e_25_plumbline_bounds CHECK (((at IS NOT NULL) AND (at >= '2025-01-01'::date) AND (at < '2027-01-01'::date))) NOT VALID;

-- 4. ALTER table public.e_25, ALONE, DATA_DEPENDENT
ALTER TABLE public.e_25 VALIDATE CONSTRAINT e_25_plumbline_bounds;

-- 5. ALTER table public.e_27
ALTER TABLE public.e_27 ADD CONSTRAINT e_27_plumbline_bounds CHECK (((at IS NOT NULL) AND (at >= '2027-01-01'::date) AND (at < '2028-01-01'::date))) NOT VALID;

-- 6. ALTER table public.e_27, ALONE, DATA_DEPENDENT
ALTER TABLE public.e_27 VALIDATE CONSTRAINT e_27_plumbline_bounds;

-- 7. ALTER table public.e_25
ALTER TABLE public.e DETACH PARTITION public.e_25;

-- 8. ALTER table public.e_25, DATA_DEPENDENT
ALTER TABLE public.e ATTACH PARTITION public.e_25 FOR VALUES FROM ('2025-01-01') TO ('2027-01-01');
ALTER TABLE public.e_25 DROP CONSTRAINT e_25_plumbline_bounds;

-- 9. CREATE table public.e_rest
CREATE TABLE public.e_rest PARTITION OF public.e DEFAULT;

-- 10. CREATE index public.e_27_lower_idx, OUTSIDE
CREATE INDEX CONCURRENTLY e_27_lower_idx ON public.e_27 USING btree (lower(note)) WHERE (n > 5);

-- 11. ALTER table public.e_27, DATA_DEPENDENT
ALTER TABLE public.e ATTACH PARTITION public.e_27 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
ALTER TABLE public.e_27 DROP CONSTRAINT e_27_plumbline_bounds;

-- reverse

-- 1. ALTER table public.e_24
ALTER TABLE public.e_24 ADD CONSTRAINT e_24_plumbline_bounds CHECK (((at IS NOT NULL) AND (at >= '2024-01-01'::date) AND (at < '2025-01-01'::date))) NOT VALID;

-- 2. ALTER table public.e_24, ALONE, DATA_DEPENDENT
ALTER TABLE public.e_24 VALIDATE CONSTRAINT e_24_plumbline_bounds;

-- 3. ALTER table public.e_25
ALTER TABLE public.e_25 ADD CONSTRAINT e_25_plumbline_bounds CHECK (((at IS NOT NULL) AND (at >= '2025-01-01'::date) AND (at < '2026-01-01'::date))) NOT VALID;

-- 4. ALTER table public.e_25, ALONE, DATA_DEPENDENT
ALTER TABLE public.e_25 VALIDATE CONSTRAINT e_25_plumbline_bounds;

-- 5. ALTER table public.e_25
ALTER TABLE public.e DETACH PARTITION public.e_25;

-- 6. ALTER table public.e_27
ALTER TABLE public.e DETACH PARTITION public.e_27;
DROP INDEX public.e_27_lower_idx;

-- 7. CREATE index public.e_24_lower_idx, OUTSIDE
CREATE INDEX CONCURRENTLY e_24_lower_idx ON public.e_24 USING btree (lower(note)) WHERE (n > 5);

-- 8. CREATE constraint public.e_24.e_24_at_o_id_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY e_24_at_o_id_key ON public.e_24 USING btree (at, o_id);

-- 9. CREATE constraint public.e_24.e_24_at_o_id_key
ALTER TABLE public.e_24 ADD CONSTRAINT e_24_at_o_id_key UNIQUE USING INDEX e_24_at_o_id_key;

-- 10. DROP table public.e_rest, DATA_LOSS IRREVERSIBLE; loses the rows of table public.e_rest
DROP TABLE public.e_rest;

-- 11. ALTER table public.e_24, DATA_DEPENDENT
ALTER TABLE public.e ATTACH PARTITION public.e_24 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE public.e_24 DROP CONSTRAINT e_24_plumbline_bounds;

-- 12. ALTER table public.e_25, DATA_DEPENDENT
ALTER TABLE public.e ATTACH PARTITION public.e_25 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE public.e_25 DROP CONSTRAINT e_25_plumbline_bounds;
