-- 1. ALTER column public.t.a
ALTER TABLE public.t ADD CONSTRAINT t_a_not_null NOT NULL a NOT VALID;
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTERNAL;
ALTER TABLE public.t ALTER COLUMN a SET STATISTICS 200;

-- 2. ALTER column public.t.c, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN c DROP NOT NULL;
ALTER TABLE public.t ALTER COLUMN c TYPE character varying(40) USING c::character varying(40);

-- 3. ALTER column public.t.d, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN d TYPE numeric(10,2) USING d::numeric(10,2);

-- 4. ALTER column public.t.e, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN e TYPE text COLLATE pg_catalog."C" USING e::text;

-- 5. ALTER column public.t.f
ALTER TABLE public.t ALTER COLUMN f SET (n_distinct = 50);

-- 6. CREATE column public.t.g
ALTER TABLE public.t ADD COLUMN g timestamp with time zone DEFAULT now() NOT NULL;

-- 7. CREATE column public.t.h
ALTER TABLE public.t ADD COLUMN h integer[] DEFAULT '{1,2}'::integer[];

-- 8. CREATE column public.t.i
ALTER TABLE public.t ADD COLUMN i jsonb DEFAULT '{}'::jsonb NOT NULL;

-- 9. ALTER column public.t.id
ALTER TABLE public.t ADD CONSTRAINT t_id_not_null NOT NULL id NOT VALID;

-- 10. ALTER column public.t.a, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_not_null, VALIDATE CONSTRAINT t_id_not_null;

-- 11. ALTER column default public.t.b
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'bb'::text;

-- 12. CREATE column default public.t.d
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 0;

-- 13. DROP column default public.t.f
ALTER TABLE public.t ALTER COLUMN f DROP DEFAULT;

-- 14. DROP column public.t.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.gone
ALTER TABLE public.t DROP COLUMN gone;

-- reverse

-- 1. ALTER column public.t.a
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTENDED;
ALTER TABLE public.t ALTER COLUMN a SET STATISTICS -1;

-- 2. ALTER column public.t.c, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN c TYPE character varying(10) USING c::character varying(10);
ALTER TABLE public.t ADD CONSTRAINT t_c_not_null NOT NULL c NOT VALID;

-- 3. ALTER column public.t.c, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_c_not_null;

-- 4. ALTER column public.t.e, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN e TYPE text USING e::text;

-- 5. ALTER column public.t.f
ALTER TABLE public.t ALTER COLUMN f RESET (n_distinct);

-- 6. CREATE column public.t.gone
ALTER TABLE public.t ADD COLUMN gone text;

-- 7. ALTER column public.t.id
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;

-- 8. ALTER column default public.t.b
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'b'::text;

-- 9. CREATE column default public.t.f
ALTER TABLE public.t ALTER COLUMN f SET DEFAULT 1;

-- 10. DROP column default public.t.d
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;

-- 11. ALTER column public.t.d, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN d TYPE numeric(6,2) USING d::numeric(6,2);

-- 12. DROP column public.t.g, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.g
ALTER TABLE public.t DROP COLUMN g;

-- 13. DROP column public.t.h, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.h
ALTER TABLE public.t DROP COLUMN h;

-- 14. DROP column public.t.i, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.i
ALTER TABLE public.t DROP COLUMN i;
