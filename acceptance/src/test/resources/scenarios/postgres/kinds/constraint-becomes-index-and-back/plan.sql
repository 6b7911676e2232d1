-- 1. CREATE constraint public.t.t_id
ALTER TABLE public.t ADD CONSTRAINT t_id UNIQUE USING INDEX t_id;

-- 2. DROP constraint public.r.r_a_fkey
ALTER TABLE public.r DROP CONSTRAINT r_a_fkey;

-- 3. DROP constraint public.t.t_a
ALTER TABLE public.t DROP CONSTRAINT t_a;

-- 4. CREATE index public.t_a, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_a ON public.t USING btree (a);

-- 5. CREATE constraint public.r.r_a_fkey, DATA_DEPENDENT
ALTER TABLE public.r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES public.t(a) NOT VALID;

-- 6. ALTER constraint public.r.r_a_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.r VALIDATE CONSTRAINT r_a_fkey;

-- reverse

-- 1. CREATE constraint public.t.t_a
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE USING INDEX t_a;

-- 2. DROP constraint public.r.r_a_fkey
ALTER TABLE public.r DROP CONSTRAINT r_a_fkey;

-- 3. DROP constraint public.t.t_id
ALTER TABLE public.t DROP CONSTRAINT t_id;

-- 4. CREATE index public.t_id, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_id ON public.t USING btree (id);

-- 5. CREATE constraint public.r.r_a_fkey, DATA_DEPENDENT
ALTER TABLE public.r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES public.t(a) NOT VALID;

-- 6. ALTER constraint public.r.r_a_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.r VALIDATE CONSTRAINT r_a_fkey;
