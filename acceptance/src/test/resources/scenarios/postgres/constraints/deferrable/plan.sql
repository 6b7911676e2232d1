-- 1. CREATE constraint public.p.p_n, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_n_plumbline_key ON public.p USING btree (n);

-- 2. CREATE constraint public.p.p_n
ALTER TABLE public.p DROP CONSTRAINT p_n;
ALTER TABLE public.p ADD CONSTRAINT p_n UNIQUE USING INDEX p_n_plumbline_key DEFERRABLE INITIALLY DEFERRED;

-- 3. DROP constraint public.c.c_p
ALTER TABLE public.c DROP CONSTRAINT c_p;

-- 4. CREATE constraint public.c.c_p, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES public.p(id) DEFERRABLE INITIALLY DEFERRED NOT VALID;

-- 5. ALTER constraint public.c.c_p, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;

-- 6. DROP constraint public.c.c_q
ALTER TABLE public.c DROP CONSTRAINT c_q;

-- 7. CREATE constraint public.c.c_q, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_q FOREIGN KEY (q) REFERENCES public.p(id) NOT VALID;

-- 8. ALTER constraint public.c.c_q, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_q;

-- reverse

-- 1. CREATE constraint public.p.p_n, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_n_plumbline_key ON public.p USING btree (n);

-- 2. CREATE constraint public.p.p_n
ALTER TABLE public.p DROP CONSTRAINT p_n;
ALTER TABLE public.p ADD CONSTRAINT p_n UNIQUE USING INDEX p_n_plumbline_key;

-- 3. DROP constraint public.c.c_p
ALTER TABLE public.c DROP CONSTRAINT c_p;

-- 4. CREATE constraint public.c.c_p, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES public.p(id) NOT VALID;

-- 5. ALTER constraint public.c.c_p, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;

-- 6. DROP constraint public.c.c_q
ALTER TABLE public.c DROP CONSTRAINT c_q;

-- 7. CREATE constraint public.c.c_q, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_q FOREIGN KEY (q) REFERENCES public.p(id) DEFERRABLE NOT VALID;

-- 8. ALTER constraint public.c.c_q, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_q;
