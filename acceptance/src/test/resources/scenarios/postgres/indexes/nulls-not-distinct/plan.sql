-- 1. ALTER index public.t_id
ALTER INDEX public.t_id RENAME TO t_id_plumbline_old;

-- 2. CREATE index public.t_id, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_id ON public.t USING btree (id) NULLS NOT DISTINCT;

-- 3. CREATE constraint public.t.t_a, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_a_plumbline_key ON public.t USING btree (a) NULLS NOT DISTINCT;

-- 4. CREATE constraint public.t.t_a
ALTER TABLE public.t DROP CONSTRAINT t_a;
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE USING INDEX t_a_plumbline_key;

-- 5. DROP index public.t_id_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_id_plumbline_old;

-- reverse

-- 1. ALTER index public.t_id
ALTER INDEX public.t_id RENAME TO t_id_plumbline_old;

-- 2. CREATE index public.t_id, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_id ON public.t USING btree (id);

-- 3. CREATE constraint public.t.t_a, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_a_plumbline_key ON public.t USING btree (a);

-- 4. CREATE constraint public.t.t_a
ALTER TABLE public.t DROP CONSTRAINT t_a;
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE USING INDEX t_a_plumbline_key;

-- 5. DROP index public.t_id_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_id_plumbline_old;
