-- 1. DROP constraint public.c.c_ab
ALTER TABLE public.c DROP CONSTRAINT c_ab;

-- 2. CREATE constraint public.c.c_ab, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_ab FOREIGN KEY (a, b) REFERENCES public.p(a, b) ON DELETE SET DEFAULT (a) NOT VALID;

-- 3. ALTER constraint public.c.c_ab, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_ab;

-- reverse

-- 1. DROP constraint public.c.c_ab
ALTER TABLE public.c DROP CONSTRAINT c_ab;

-- 2. CREATE constraint public.c.c_ab, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_ab FOREIGN KEY (a, b) REFERENCES public.p(a, b) ON DELETE SET NULL (b) NOT VALID;

-- 3. ALTER constraint public.c.c_ab, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_ab;
