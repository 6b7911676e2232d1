-- 1. DROP constraint public.c.c_p
ALTER TABLE public.c DROP CONSTRAINT c_p;

-- 2. DROP constraint public.c.c_q
ALTER TABLE public.c DROP CONSTRAINT c_q;

-- 3. DROP constraint public.p.p_n
ALTER TABLE public.p DROP CONSTRAINT p_n;

-- 4. CREATE constraint public.c.c_p, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES public.p(id) DEFERRABLE INITIALLY DEFERRED NOT VALID;

-- 5. ALTER constraint public.c.c_p, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;

-- 6. CREATE constraint public.c.c_q, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_q FOREIGN KEY (q) REFERENCES public.p(id) NOT VALID;

-- 7. ALTER constraint public.c.c_q, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_q;

-- 8. CREATE constraint public.p.p_n, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p ADD CONSTRAINT p_n UNIQUE (n) DEFERRABLE INITIALLY DEFERRED;

-- reverse

-- 1. DROP constraint public.c.c_p
ALTER TABLE public.c DROP CONSTRAINT c_p;

-- 2. DROP constraint public.c.c_q
ALTER TABLE public.c DROP CONSTRAINT c_q;

-- 3. DROP constraint public.p.p_n
ALTER TABLE public.p DROP CONSTRAINT p_n;

-- 4. CREATE constraint public.c.c_p, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES public.p(id) NOT VALID;

-- 5. ALTER constraint public.c.c_p, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;

-- 6. CREATE constraint public.c.c_q, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_q FOREIGN KEY (q) REFERENCES public.p(id) DEFERRABLE NOT VALID;

-- 7. ALTER constraint public.c.c_q, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_q;

-- 8. CREATE constraint public.p.p_n, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_n UNIQUE (n);
