-- 1. DROP constraint public.c.c_ab
ALTER TABLE public.c DROP CONSTRAINT c_ab;

-- 2. CREATE constraint public.c.c_ab, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_ab FOREIGN KEY (a, b) REFERENCES public.p(a, b) ON DELETE SET NULL NOT VALID;

-- 3. ALTER constraint public.c.c_ab, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_ab;

-- 4. DROP constraint public.c.c_de
ALTER TABLE public.c DROP CONSTRAINT c_de;

-- 5. CREATE constraint public.c.c_de, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_de FOREIGN KEY (d, e) REFERENCES public.p(a, b) ON DELETE SET DEFAULT NOT VALID;

-- 6. ALTER constraint public.c.c_de, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_de;

-- 7. DROP constraint public.c.c_fg
ALTER TABLE public.c DROP CONSTRAINT c_fg;

-- 8. CREATE constraint public.c.c_fg, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_fg FOREIGN KEY (f, g) REFERENCES public.p(a, b) NOT VALID;

-- 9. ALTER constraint public.c.c_fg, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_fg;

-- reverse

-- 1. DROP constraint public.c.c_ab
ALTER TABLE public.c DROP CONSTRAINT c_ab;

-- 2. CREATE constraint public.c.c_ab, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_ab FOREIGN KEY (a, b) REFERENCES public.p(a, b) ON DELETE CASCADE NOT VALID;

-- 3. ALTER constraint public.c.c_ab, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_ab;

-- 4. DROP constraint public.c.c_de
ALTER TABLE public.c DROP CONSTRAINT c_de;

-- 5. CREATE constraint public.c.c_de, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_de FOREIGN KEY (d, e) REFERENCES public.p(a, b) MATCH FULL ON UPDATE SET DEFAULT NOT VALID;

-- 6. ALTER constraint public.c.c_de, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_de;

-- 7. DROP constraint public.c.c_fg
ALTER TABLE public.c DROP CONSTRAINT c_fg;

-- 8. CREATE constraint public.c.c_fg, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_fg FOREIGN KEY (f, g) REFERENCES public.p(a, b) DEFERRABLE INITIALLY DEFERRED NOT VALID;

-- 9. ALTER constraint public.c.c_fg, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_fg;
