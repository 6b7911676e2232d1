-- 1. ALTER view public.grouped
CREATE OR REPLACE VIEW public.grouped (id, tenant) AS
SELECT id,
    tenant
   FROM public.p
  GROUP BY tenant, id;

-- 2. CREATE constraint public.p.p_id_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_id_key ON public.p USING btree (id);

-- 3. CREATE constraint public.p.p_id_key
ALTER TABLE public.p ADD CONSTRAINT p_id_key UNIQUE USING INDEX p_id_key;

-- 4. CREATE constraint public.p.p_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_pkey_plumbline_key ON public.p USING btree (tenant, id);

-- 5. DROP constraint public.c.c_p
ALTER TABLE public.c DROP CONSTRAINT c_p;

-- 6. CREATE constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY USING INDEX p_pkey_plumbline_key;

-- 7. CREATE constraint public.c.c_p, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES public.p(id) NOT VALID;

-- 8. ALTER constraint public.c.c_p, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;

-- reverse

-- 1. CREATE constraint public.p.p_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_pkey_plumbline_key ON public.p USING btree (id);

-- 2. CREATE constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY USING INDEX p_pkey_plumbline_key;

-- 3. ALTER view public.grouped
CREATE OR REPLACE VIEW public.grouped (id, tenant) AS
SELECT id,
    tenant
   FROM public.p
  GROUP BY id;

-- 4. DROP constraint public.c.c_p
ALTER TABLE public.c DROP CONSTRAINT c_p;

-- 5. DROP constraint public.p.p_id_key
ALTER TABLE public.p DROP CONSTRAINT p_id_key;

-- 6. CREATE constraint public.c.c_p, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES public.p(id) NOT VALID;

-- 7. ALTER constraint public.c.c_p, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;
