-- 1. ALTER column public.t11.at
ALTER TABLE public.t11 ADD CONSTRAINT t_at_not_null NOT NULL at NOT VALID;

-- 2. ALTER column public.t11.at, ALONE, DATA_DEPENDENT
ALTER TABLE public.t11 VALIDATE CONSTRAINT t_at_not_null;

-- 3. ALTER column public.t11.id
ALTER TABLE public.t11 ADD CONSTRAINT t_id_not_null NOT NULL id NOT VALID;

-- 4. ALTER column public.t11.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.t11 VALIDATE CONSTRAINT t_id_not_null;

-- 5. ALTER table public.t11, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.t1 ATTACH PARTITION public.t11 FOR VALUES IN (1);

-- 6. CREATE column public.u2.l, REWRITE
ALTER TABLE public.u2 ADD COLUMN l text GENERATED ALWAYS AS (lower(s)) STORED;

-- 7. DROP constraint public.u.c
ALTER TABLE public.u DROP CONSTRAINT c;

-- 8. ALTER table public.u2, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.u ATTACH PARTITION public.u2 FOR VALUES FROM (2) TO (3);

-- 9. DROP column public.u1.l, DATA_LOSS IRREVERSIBLE; loses the values of column public.u1.l
ALTER TABLE public.u1 DROP COLUMN l;

-- 10. CREATE column public.u1.l, REWRITE
ALTER TABLE public.u1 ADD COLUMN l text GENERATED ALWAYS AS (lower(s)) STORED;

-- 11. ALTER table public.u1, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.u ATTACH PARTITION public.u1 FOR VALUES FROM (1) TO (2);

-- reverse

-- 1. ALTER table public.t11
ALTER TABLE public.t1 DETACH PARTITION public.t11;
ALTER TABLE public.t11 DROP CONSTRAINT t11_pkey;

-- 2. ALTER table public.u1
ALTER TABLE public.u DETACH PARTITION public.u1;

-- 3. ALTER table public.u2
ALTER TABLE public.u DETACH PARTITION public.u2;

-- 4. ALTER column public.t11.at
ALTER TABLE public.t11 ALTER COLUMN at DROP NOT NULL;

-- 5. ALTER column public.t11.id
ALTER TABLE public.t11 ALTER COLUMN id DROP NOT NULL;

-- 6. ALTER column public.u1.l
ALTER TABLE public.u1 ALTER COLUMN l DROP EXPRESSION;

-- 7. CREATE constraint public.u.c, DATA_DEPENDENT
ALTER TABLE public.u ADD CONSTRAINT c CHECK ((s <> 'a'::text)) NOT VALID;

-- 8. ALTER constraint public.u.c, ALONE, DATA_DEPENDENT
ALTER TABLE public.u VALIDATE CONSTRAINT c;

-- 9. DROP column public.u2.l
ALTER TABLE public.u2 DROP COLUMN l;
