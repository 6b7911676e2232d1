-- 1. ALTER table public.t11
ALTER TABLE public.t11 ADD CONSTRAINT t11_plumbline_bounds CHECK (((id IS NOT NULL) AND (id < 2) AND (id IS NOT NULL) AND (id = 1))) NOT VALID;

-- 2. ALTER table public.t11, ALONE, DATA_DEPENDENT
ALTER TABLE public.t11 VALIDATE CONSTRAINT t11_plumbline_bounds;

-- 3. ALTER table public.u1
ALTER TABLE public.u1 ADD CONSTRAINT u1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 1) AND (id < 2))) NOT VALID;

-- 4. ALTER table public.u1, ALONE, DATA_DEPENDENT
ALTER TABLE public.u1 VALIDATE CONSTRAINT u1_plumbline_bounds;

-- 5. ALTER table public.u2
ALTER TABLE public.u2 ADD CONSTRAINT u2_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 2) AND (id < 3))) NOT VALID;

-- 6. ALTER table public.u2, ALONE, DATA_DEPENDENT
ALTER TABLE public.u2 VALIDATE CONSTRAINT u2_plumbline_bounds;

-- 7. ALTER column public.t11.at
ALTER TABLE public.t11 ADD CONSTRAINT t_at_not_null NOT NULL at NOT VALID;

-- 8. ALTER column public.t11.id
ALTER TABLE public.t11 ADD CONSTRAINT t_id_not_null NOT NULL id NOT VALID;

-- 9. ALTER column public.t11.at, ALONE, DATA_DEPENDENT
ALTER TABLE public.t11 VALIDATE CONSTRAINT t_at_not_null, VALIDATE CONSTRAINT t_id_not_null;

-- 10. CREATE column public.u2.l, REWRITE
ALTER TABLE public.u2 ADD COLUMN l text GENERATED ALWAYS AS (lower(s)) STORED;

-- 11. CREATE constraint public.t11.t11_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t11_pkey ON public.t11 USING btree (id, at);

-- 12. CREATE constraint public.t11.t11_pkey
ALTER TABLE public.t11 ADD CONSTRAINT t11_pkey PRIMARY KEY USING INDEX t11_pkey;

-- 13. ALTER table public.t11, DATA_DEPENDENT
ALTER TABLE public.t1 ATTACH PARTITION public.t11 FOR VALUES IN (1);
ALTER TABLE public.t11 DROP CONSTRAINT t11_plumbline_bounds;

-- 14. DROP constraint public.u.c
ALTER TABLE public.u DROP CONSTRAINT c;

-- 15. ALTER table public.u2, DATA_DEPENDENT
ALTER TABLE public.u ATTACH PARTITION public.u2 FOR VALUES FROM (2) TO (3);
ALTER TABLE public.u2 DROP CONSTRAINT u2_plumbline_bounds;

-- 16. DROP column public.u1.l, DATA_LOSS IRREVERSIBLE; loses the values of column public.u1.l
ALTER TABLE public.u1 DROP COLUMN l;

-- 17. CREATE column public.u1.l, REWRITE
ALTER TABLE public.u1 ADD COLUMN l text GENERATED ALWAYS AS (lower(s)) STORED;

-- 18. ALTER table public.u1, DATA_DEPENDENT
ALTER TABLE public.u ATTACH PARTITION public.u1 FOR VALUES FROM (1) TO (2);
ALTER TABLE public.u1 DROP CONSTRAINT u1_plumbline_bounds;

-- reverse

-- 1. ALTER table public.t11, OUTSIDE
ALTER TABLE public.t1 DETACH PARTITION public.t11 CONCURRENTLY;

-- 2. ALTER table public.t11
ALTER TABLE public.t11 DROP CONSTRAINT IF EXISTS t11_id_check;
ALTER TABLE public.t11 DROP CONSTRAINT t11_pkey;

-- 3. ALTER table public.u1, OUTSIDE
ALTER TABLE public.u DETACH PARTITION public.u1 CONCURRENTLY;

-- 4. ALTER table public.u1
ALTER TABLE public.u1 DROP CONSTRAINT IF EXISTS u1_id_check;

-- 5. ALTER table public.u2, OUTSIDE
ALTER TABLE public.u DETACH PARTITION public.u2 CONCURRENTLY;

-- 6. ALTER table public.u2
ALTER TABLE public.u2 DROP CONSTRAINT IF EXISTS u2_id_check;

-- 7. ALTER column public.t11.at
ALTER TABLE public.t11 ALTER COLUMN at DROP NOT NULL;

-- 8. ALTER column public.t11.id
ALTER TABLE public.t11 ALTER COLUMN id DROP NOT NULL;

-- 9. ALTER column public.u1.l
ALTER TABLE public.u1 ALTER COLUMN l DROP EXPRESSION;

-- 10. CREATE constraint public.u.c, DATA_DEPENDENT
ALTER TABLE public.u ADD CONSTRAINT c CHECK ((s <> 'a'::text)) NOT VALID;

-- 11. ALTER constraint public.u.c, ALONE, DATA_DEPENDENT
ALTER TABLE public.u VALIDATE CONSTRAINT c;

-- 12. DROP column public.u2.l
ALTER TABLE public.u2 DROP COLUMN l;
