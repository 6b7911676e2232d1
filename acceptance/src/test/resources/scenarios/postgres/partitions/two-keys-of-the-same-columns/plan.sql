-- 1. ALTER table public.u_1
ALTER TABLE public.u_1 ADD CONSTRAINT u_1_plumbline_bounds CHECK (((k IS NOT NULL) AND (k = 1))) NOT VALID;

-- 2. ALTER table public.u_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.u_1 VALIDATE CONSTRAINT u_1_plumbline_bounds;

-- 3. ALTER table public.u_1
ALTER TABLE public.u_1 RENAME CONSTRAINT u_1_k_not_null TO u_k_not_null;
ALTER TABLE public.u_1 RENAME CONSTRAINT u_1_v_not_null TO u_v_not_null;

-- 4. CREATE constraint public.t_1.t_1_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_1_pkey ON public.t_1 USING btree (k, v);

-- 5. CREATE constraint public.t_1.t_1_pkey
ALTER TABLE public.t_1 ADD CONSTRAINT t_1_pkey PRIMARY KEY USING INDEX t_1_pkey;

-- 6. CREATE constraint public.t.t_a, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT t_a PRIMARY KEY (k, v);

-- 7. CREATE constraint public.t_1.t_1_k_v_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_1_k_v_key ON public.t_1 USING btree (k, v);

-- 8. CREATE constraint public.t_1.t_1_k_v_key
ALTER TABLE public.t_1 ADD CONSTRAINT t_1_k_v_key UNIQUE USING INDEX t_1_k_v_key;

-- 9. CREATE constraint public.t.t_b, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT t_b UNIQUE (k, v);

-- 10. CREATE constraint public.u_1.u_1_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY u_1_pkey ON public.u_1 USING btree (k, v);

-- 11. CREATE constraint public.u_1.u_1_pkey
ALTER TABLE public.u_1 ADD CONSTRAINT u_1_pkey PRIMARY KEY USING INDEX u_1_pkey;

-- 12. ALTER table public.u_1, DATA_DEPENDENT
ALTER TABLE public.u ATTACH PARTITION public.u_1 FOR VALUES IN (1);
ALTER TABLE public.u_1 DROP CONSTRAINT u_1_plumbline_bounds;

-- reverse

-- 1. ALTER table public.u_1, OUTSIDE
ALTER TABLE public.u DETACH PARTITION public.u_1 CONCURRENTLY;

-- 2. ALTER table public.u_1
ALTER TABLE public.u_1 DROP CONSTRAINT IF EXISTS u_1_k_check;
ALTER TABLE public.u_1 DROP CONSTRAINT u_1_pkey;
ALTER TABLE public.u_1 RENAME CONSTRAINT u_k_not_null TO u_1_k_not_null;
ALTER TABLE public.u_1 RENAME CONSTRAINT u_v_not_null TO u_1_v_not_null;

-- 3. DROP constraint public.t.t_a
ALTER TABLE public.t DROP CONSTRAINT t_a;

-- 4. DROP constraint public.t.t_b
ALTER TABLE public.t DROP CONSTRAINT t_b;
