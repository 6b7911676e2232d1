-- 1. ALTER constraint public.c.c_n, ALONE
ALTER TABLE public.c VALIDATE CONSTRAINT c_n;

-- 2. CREATE constraint public.c.c_o
ALTER TABLE public.c ADD CONSTRAINT c_o CHECK ((n <> 50)) NOT VALID;

-- 3. ALTER constraint public.c.c_p, ALONE
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;

-- 4. DROP constraint public.c.c_m
ALTER TABLE public.c DROP CONSTRAINT c_m;

-- 5. CREATE constraint public.c.c_m
ALTER TABLE public.c ADD CONSTRAINT c_m CHECK ((n < 100)) NOT VALID;

-- reverse

-- 1. ALTER constraint public.c.c_m, ALONE
ALTER TABLE public.c VALIDATE CONSTRAINT c_m;

-- 2. DROP constraint public.c.c_n
ALTER TABLE public.c DROP CONSTRAINT c_n;

-- 3. CREATE constraint public.c.c_n
ALTER TABLE public.c ADD CONSTRAINT c_n CHECK ((n > 0)) NOT VALID;

-- 4. DROP constraint public.c.c_o
ALTER TABLE public.c DROP CONSTRAINT c_o;

-- 5. DROP constraint public.c.c_p
ALTER TABLE public.c DROP CONSTRAINT c_p;

-- 6. CREATE constraint public.c.c_p
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES public.p(id) NOT VALID;
