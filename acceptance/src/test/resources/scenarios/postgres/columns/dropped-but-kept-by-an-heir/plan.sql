-- 1. ALTER table public.q2, OUTSIDE
ALTER TABLE public.q DETACH PARTITION public.q2 CONCURRENTLY;

-- 2. ALTER table public.q2
ALTER TABLE public.q2 DROP CONSTRAINT IF EXISTS q2_id_check;

-- 3. DROP index public.loses_gone_idx
DROP INDEX public.loses_gone_idx;

-- 4. DROP column public.q.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.q.gone
ALTER TABLE public.q DROP COLUMN gone;

-- 5. DROP column public.top.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.top.gone
ALTER TABLE ONLY public.top DROP COLUMN gone;
ALTER TABLE ONLY public.middle DROP COLUMN gone;

-- 6. DROP table public.goes, DATA_LOSS IRREVERSIBLE; loses the rows of table public.goes
DROP TABLE public.goes;

-- 7. DROP column public.p.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.p.gone
ALTER TABLE ONLY public.p DROP COLUMN gone;
ALTER TABLE ONLY public.loses DROP COLUMN gone;
ALTER TABLE public.below_loses DROP COLUMN gone;

-- reverse

-- 1. ALTER table public.q2
ALTER TABLE public.q2 ADD CONSTRAINT q2_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 10) AND (id < 20))) NOT VALID;

-- 2. ALTER table public.q2, ALONE, DATA_DEPENDENT
ALTER TABLE public.q2 VALIDATE CONSTRAINT q2_plumbline_bounds;

-- 3. CREATE column public.q.gone
ALTER TABLE public.q ADD COLUMN gone integer;

-- 4. ALTER table public.q2, DATA_DEPENDENT
ALTER TABLE public.q ATTACH PARTITION public.q2 FOR VALUES FROM (10) TO (20);
ALTER TABLE public.q2 DROP CONSTRAINT q2_plumbline_bounds;

-- 5. DROP column public.below_keeps.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.below_keeps.gone
ALTER TABLE public.below_keeps DROP COLUMN gone;

-- 6. DROP column public.bottom.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.bottom.gone
ALTER TABLE public.bottom DROP COLUMN gone;

-- 7. CREATE column public.top.gone
ALTER TABLE public.top ADD COLUMN gone integer;

-- 8. DROP column public.keeps.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.keeps.gone
ALTER TABLE public.keeps DROP COLUMN gone;

-- 9. CREATE column public.p.gone
ALTER TABLE public.p ADD COLUMN gone integer;

-- 10. CREATE table public.goes
CREATE TABLE public.goes () INHERITS (public.p);

-- 11. CREATE index public.loses_gone_idx, OUTSIDE
CREATE INDEX CONCURRENTLY loses_gone_idx ON public.loses USING btree (gone);
