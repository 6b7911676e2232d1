-- 1. ALTER view public.grouped
CREATE OR REPLACE VIEW public.grouped (id, tenant) AS
SELECT id,
    tenant
   FROM public.p
  GROUP BY tenant, id;

-- 2. CREATE constraint public.p.p_id_key, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p ADD CONSTRAINT p_id_key UNIQUE (id);

-- 3. DROP constraint public.c.c_p
ALTER TABLE public.c DROP CONSTRAINT c_p;

-- 4. DROP constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 5. CREATE constraint public.c.c_p, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES public.p(id) NOT VALID;

-- 6. ALTER constraint public.c.c_p, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;

-- 7. CREATE constraint public.p.p_pkey, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (tenant, id);

-- reverse

-- 1. DROP constraint public.c.c_p
ALTER TABLE public.c DROP CONSTRAINT c_p;

-- 2. DROP constraint public.p.p_id_key
ALTER TABLE public.p DROP CONSTRAINT p_id_key;

-- 3. DROP constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 4. CREATE constraint public.p.p_pkey, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id);

-- 5. ALTER view public.grouped
CREATE OR REPLACE VIEW public.grouped (id, tenant) AS
SELECT id,
    tenant
   FROM public.p
  GROUP BY id;

-- 6. CREATE constraint public.c.c_p, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES public.p(id) NOT VALID;

-- 7. ALTER constraint public.c.c_p, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;
