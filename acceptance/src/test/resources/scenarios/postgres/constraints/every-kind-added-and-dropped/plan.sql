-- 1. CREATE constraint public.p.p_code, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_code ON public.p USING btree (code) WITH (fillfactor = 60);

-- 2. CREATE constraint public.p.p_code
ALTER TABLE public.p ADD CONSTRAINT p_code UNIQUE USING INDEX p_code;

-- 3. CREATE constraint public.p.p_during, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p ADD CONSTRAINT p_during EXCLUDE USING gist (during WITH &&) WHERE ((id > 0));

-- 4. CREATE constraint public.p.p_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_pkey ON public.p USING btree (id) INCLUDE (code);

-- 5. CREATE constraint public.p.p_pkey
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY USING INDEX p_pkey;

-- 6. CREATE constraint public.p.p_positive, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_positive CHECK ((id > 0)) NO INHERIT NOT VALID;

-- 7. ALTER constraint public.p.p_positive, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_positive;

-- 8. DROP constraint public.p.p_gone_check
ALTER TABLE public.p DROP CONSTRAINT p_gone_check;

-- 9. DROP constraint public.p.p_u_key
ALTER TABLE public.p DROP CONSTRAINT p_u_key;

-- 10. CREATE constraint public.c.c_p, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (p_id) REFERENCES public.p(id) ON UPDATE CASCADE ON DELETE RESTRICT NOT VALID;

-- 11. CREATE constraint public.p.p_parent, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_parent FOREIGN KEY (parent) REFERENCES public.p(id) ON DELETE SET NULL NOT VALID;

-- 12. ALTER constraint public.c.c_p, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;

-- 13. ALTER constraint public.p.p_parent, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_parent;

-- reverse

-- 1. CREATE constraint public.p.p_gone_check, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_gone_check CHECK ((gone > 0)) NOT VALID;

-- 2. CREATE constraint public.p.p_u_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_u_key ON public.p USING btree (u);

-- 3. CREATE constraint public.p.p_u_key
ALTER TABLE public.p ADD CONSTRAINT p_u_key UNIQUE USING INDEX p_u_key;

-- 4. ALTER constraint public.p.p_gone_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_gone_check;

-- 5. DROP constraint public.c.c_p
ALTER TABLE public.c DROP CONSTRAINT c_p;

-- 6. DROP constraint public.p.p_code
ALTER TABLE public.p DROP CONSTRAINT p_code;

-- 7. DROP constraint public.p.p_during
ALTER TABLE public.p DROP CONSTRAINT p_during;

-- 8. DROP constraint public.p.p_parent
ALTER TABLE public.p DROP CONSTRAINT p_parent;

-- 9. DROP constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 10. DROP constraint public.p.p_positive
ALTER TABLE public.p DROP CONSTRAINT p_positive;
