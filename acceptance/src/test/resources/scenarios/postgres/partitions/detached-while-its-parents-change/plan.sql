-- 1. ALTER table public.t11
ALTER TABLE public.t1 DETACH PARTITION public.t11;

-- 2. ALTER table public.u1
ALTER TABLE public.u DETACH PARTITION public.u1;

-- 3. CREATE column public.t.at
ALTER TABLE public.t ADD COLUMN at timestamp without time zone;

-- 4. CREATE column public.t11.at
ALTER TABLE public.t11 ADD COLUMN at timestamp without time zone;

-- 5. ALTER column public.u.id
ALTER TABLE public.u ADD CONSTRAINT u_id_not_null NOT NULL id NOT VALID;

-- 6. ALTER column public.u.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.u VALIDATE CONSTRAINT u_id_not_null;

-- 7. ALTER column public.u.s
ALTER TABLE public.u ADD CONSTRAINT u_s_not_null NOT NULL s NOT VALID;

-- 8. ALTER column public.u.s, ALONE, DATA_DEPENDENT
ALTER TABLE public.u VALIDATE CONSTRAINT u_s_not_null;

-- 9. CREATE constraint public.u.u_pkey, DATA_DEPENDENT
ALTER TABLE public.u ADD CONSTRAINT u_pkey PRIMARY KEY (id, s);

-- reverse

-- 1. DROP constraint public.u.u_pkey
ALTER TABLE public.u DROP CONSTRAINT u_pkey;

-- 2. ALTER column public.u.id
ALTER TABLE public.u ALTER COLUMN id DROP NOT NULL;

-- 3. ALTER column public.u.s
ALTER TABLE public.u ALTER COLUMN s DROP NOT NULL;

-- 4. ALTER table public.u1, DATA_DEPENDENT
ALTER TABLE public.u ATTACH PARTITION public.u1 FOR VALUES FROM (1) TO (2);

-- 5. DROP column public.t.at, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.at
ALTER TABLE public.t DROP COLUMN at;

-- 6. DROP column public.t11.at, DATA_LOSS IRREVERSIBLE; loses the values of column public.t11.at
ALTER TABLE public.t11 DROP COLUMN at;

-- 7. ALTER table public.t11, DATA_DEPENDENT
ALTER TABLE public.t1 ATTACH PARTITION public.t11 FOR VALUES IN (1);
