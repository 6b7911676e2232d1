-- 1. ALTER column public.t.b
ALTER TABLE public.t ADD CONSTRAINT t_b_not_null NOT NULL b NOT VALID;

-- 2. ALTER column public.t.b, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_b_not_null;

-- 3. DROP constraint public.t.k
ALTER TABLE public.t DROP CONSTRAINT k;

-- 4. ALTER column public.t.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 5. CREATE constraint public.t.k, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.t ADD CONSTRAINT k PRIMARY KEY (b);

-- 6. DROP constraint public.t.u
ALTER TABLE public.t DROP CONSTRAINT u;

-- 7. CREATE constraint public.t.u, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.t ADD CONSTRAINT u UNIQUE (a);

-- reverse

-- 1. DROP constraint public.t.k
ALTER TABLE public.t DROP CONSTRAINT k;

-- 2. ALTER column public.t.b
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;

-- 3. DROP constraint public.t.u
ALTER TABLE public.t DROP CONSTRAINT u;

-- 4. ALTER column public.t.a, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 5. CREATE constraint public.t.k, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT k PRIMARY KEY (a);

-- 6. CREATE constraint public.t.u, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT u UNIQUE (b);
