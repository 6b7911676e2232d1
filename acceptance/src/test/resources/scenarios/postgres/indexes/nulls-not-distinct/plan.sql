-- 1. DROP constraint public.t.t_a
ALTER TABLE public.t DROP CONSTRAINT t_a;

-- 2. CREATE constraint public.t.t_a, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE NULLS NOT DISTINCT (a);

-- 3. DROP index public.t_id, OUTSIDE
DROP INDEX CONCURRENTLY public.t_id;

-- 4. CREATE index public.t_id, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_id ON public.t USING btree (id) NULLS NOT DISTINCT;

-- reverse

-- 1. DROP constraint public.t.t_a
ALTER TABLE public.t DROP CONSTRAINT t_a;

-- 2. CREATE constraint public.t.t_a, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE (a);

-- 3. DROP index public.t_id, OUTSIDE
DROP INDEX CONCURRENTLY public.t_id;

-- 4. CREATE index public.t_id, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_id ON public.t USING btree (id);
