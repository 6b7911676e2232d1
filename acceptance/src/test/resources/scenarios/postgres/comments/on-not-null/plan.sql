-- 1. ALTER column public.t.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 2. ALTER column public.t.d
ALTER TABLE public.t ADD CONSTRAINT t_d_not_null NOT NULL d NOT VALID;

-- 3. ALTER column public.t.d, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_d_not_null;

-- 4. CREATE comment on constraint public.low.split_id_not_null
COMMENT ON CONSTRAINT split_id_not_null ON public.low IS 'of the partition';

-- 5. CREATE comment on constraint public.t.t_d_not_null
COMMENT ON CONSTRAINT t_d_not_null ON public.t IS 'comes';

-- 6. CREATE comment on constraint public.t.t_e_not_null
COMMENT ON CONSTRAINT t_e_not_null ON public.t IS 'is said';

-- 7. DROP comment on constraint public.t.b_there
COMMENT ON CONSTRAINT b_there ON public.t IS NULL;

-- 8. ALTER column public.t.b
ALTER TABLE public.t RENAME CONSTRAINT b_there TO b_here;

-- 9. CREATE comment on constraint public.t.b_here
COMMENT ON CONSTRAINT b_here ON public.t IS 'is here';

-- 10. DROP comment on constraint public.t.t_c_not_null
COMMENT ON CONSTRAINT t_c_not_null ON public.t IS NULL;

-- 11. ALTER column public.t.c
ALTER TABLE public.t ALTER COLUMN c DROP NOT NULL;

-- reverse

-- 1. ALTER column public.t.a, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 2. ALTER column public.t.c
ALTER TABLE public.t ADD CONSTRAINT t_c_not_null NOT NULL c NOT VALID;

-- 3. ALTER column public.t.c, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_c_not_null;

-- 4. CREATE comment on constraint public.t.t_c_not_null
COMMENT ON CONSTRAINT t_c_not_null ON public.t IS 'goes';

-- 5. DROP comment on constraint public.low.split_id_not_null
COMMENT ON CONSTRAINT split_id_not_null ON public.low IS NULL;

-- 6. DROP comment on constraint public.t.b_here
COMMENT ON CONSTRAINT b_here ON public.t IS NULL;

-- 7. ALTER column public.t.b
ALTER TABLE public.t RENAME CONSTRAINT b_here TO b_there;

-- 8. CREATE comment on constraint public.t.b_there
COMMENT ON CONSTRAINT b_there ON public.t IS 'is there';

-- 9. DROP comment on constraint public.t.t_d_not_null
COMMENT ON CONSTRAINT t_d_not_null ON public.t IS NULL;

-- 10. ALTER column public.t.d
ALTER TABLE public.t ALTER COLUMN d DROP NOT NULL;

-- 11. DROP comment on constraint public.t.t_e_not_null
COMMENT ON CONSTRAINT t_e_not_null ON public.t IS NULL;
