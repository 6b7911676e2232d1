-- 1. DROP constraint public.r.r_a_fkey
ALTER TABLE public.r DROP CONSTRAINT r_a_fkey;

-- 2. DROP constraint public.t.t_a
ALTER TABLE public.t DROP CONSTRAINT t_a;

-- 3. CREATE index public.t_a, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_a ON public.t USING btree (a);

-- 4. DROP index public.t_id, OUTSIDE
DROP INDEX CONCURRENTLY public.t_id;

-- 5. CREATE constraint public.r.r_a_fkey, DATA_DEPENDENT
ALTER TABLE public.r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES public.t(a) NOT VALID;

-- 6. ALTER constraint public.r.r_a_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.r VALIDATE CONSTRAINT r_a_fkey;

-- 7. CREATE constraint public.t.t_id, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.t ADD CONSTRAINT t_id UNIQUE (id);

-- reverse

-- 1. DROP constraint public.r.r_a_fkey
ALTER TABLE public.r DROP CONSTRAINT r_a_fkey;

-- 2. DROP constraint public.t.t_id
ALTER TABLE public.t DROP CONSTRAINT t_id;

-- 3. CREATE index public.t_id, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_id ON public.t USING btree (id);

-- 4. DROP index public.t_a, OUTSIDE
DROP INDEX CONCURRENTLY public.t_a;

-- 5. CREATE constraint public.t.t_a, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE (a);

-- 6. CREATE constraint public.r.r_a_fkey, DATA_DEPENDENT
ALTER TABLE public.r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES public.t(a) NOT VALID;

-- 7. ALTER constraint public.r.r_a_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.r VALIDATE CONSTRAINT r_a_fkey;
