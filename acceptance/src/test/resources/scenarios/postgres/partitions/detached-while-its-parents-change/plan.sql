-- 1. ALTER table public.t11, OUTSIDE
ALTER TABLE public.t1 DETACH PARTITION public.t11 CONCURRENTLY;

-- 2. ALTER table public.t11
ALTER TABLE public.t11 DROP CONSTRAINT IF EXISTS t11_id_check;

-- 3. ALTER table public.u1, OUTSIDE
ALTER TABLE public.u DETACH PARTITION public.u1 CONCURRENTLY;

-- 4. ALTER table public.u1
ALTER TABLE public.u1 DROP CONSTRAINT IF EXISTS u1_id_check;

-- 5. CREATE column public.t.at
ALTER TABLE public.t ADD COLUMN at timestamp without time zone;

-- 6. CREATE column public.t11.at
ALTER TABLE public.t11 ADD COLUMN at timestamp without time zone;

-- 7. ALTER column public.u.id
ALTER TABLE public.u ADD CONSTRAINT u_id_not_null NOT NULL id NOT VALID;

-- 8. ALTER column public.u.s
ALTER TABLE public.u ADD CONSTRAINT u_s_not_null NOT NULL s NOT VALID;

-- 9. ALTER column public.u.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.u VALIDATE CONSTRAINT u_id_not_null, VALIDATE CONSTRAINT u_s_not_null;

-- 10. CREATE constraint public.u.u_pkey, DATA_DEPENDENT
ALTER TABLE public.u ADD CONSTRAINT u_pkey PRIMARY KEY (id, s);

-- reverse

-- 1. ALTER table public.t11
ALTER TABLE public.t11 ADD CONSTRAINT t11_plumbline_bounds CHECK (((id IS NOT NULL) AND (id < 2) AND (id IS NOT NULL) AND (id = 1))) NOT VALID;

-- 2. ALTER table public.t11, ALONE, DATA_DEPENDENT
ALTER TABLE public.t11 VALIDATE CONSTRAINT t11_plumbline_bounds;

-- 3. ALTER table public.u1
ALTER TABLE public.u1 ADD CONSTRAINT u1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 1) AND (id < 2))) NOT VALID;

-- 4. ALTER table public.u1, ALONE, DATA_DEPENDENT
ALTER TABLE public.u1 VALIDATE CONSTRAINT u1_plumbline_bounds;

-- 5. DROP constraint public.u.u_pkey
ALTER TABLE public.u DROP CONSTRAINT u_pkey;

-- 6. ALTER column public.u.id
ALTER TABLE public.u ALTER COLUMN id DROP NOT NULL;

-- 7. ALTER column public.u.s
ALTER TABLE public.u ALTER COLUMN s DROP NOT NULL;

-- 8. ALTER table public.u1, DATA_DEPENDENT
ALTER TABLE public.u ATTACH PARTITION public.u1 FOR VALUES FROM (1) TO (2);
ALTER TABLE public.u1 DROP CONSTRAINT u1_plumbline_bounds;

-- 9. DROP column public.t.at, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.at
ALTER TABLE public.t DROP COLUMN at;

-- 10. DROP column public.t11.at, DATA_LOSS IRREVERSIBLE; loses the values of column public.t11.at
ALTER TABLE public.t11 DROP COLUMN at;

-- 11. ALTER table public.t11, DATA_DEPENDENT
ALTER TABLE public.t1 ATTACH PARTITION public.t11 FOR VALUES IN (1);
ALTER TABLE public.t11 DROP CONSTRAINT t11_plumbline_bounds;
