-- 1. ALTER comment on constraint public.derived.n_small
COMMENT ON CONSTRAINT n_small ON public.derived IS 'has changed';

-- 2. CREATE comment on constraint public.lowest.lowest_pkey
COMMENT ON CONSTRAINT lowest_pkey ON public.lowest IS 'comes';

-- 3. DROP comment on constraint public.low.low_pkey
COMMENT ON CONSTRAINT low_pkey ON public.low IS NULL;

-- 4. DROP comment on constraint public.lowest.n_large
COMMENT ON CONSTRAINT n_large ON public.lowest IS NULL;

-- 5. DROP constraint public.split.n_large
ALTER TABLE public.split DROP CONSTRAINT n_large;

-- 6. CREATE constraint public.split.n_large, DATA_DEPENDENT
ALTER TABLE public.split ADD CONSTRAINT n_large CHECK ((n > 20)) NOT VALID;

-- 7. ALTER constraint public.split.n_large, ALONE, DATA_DEPENDENT
ALTER TABLE public.split VALIDATE CONSTRAINT n_large;

-- 8. CREATE comment on constraint public.lowest.n_large
COMMENT ON CONSTRAINT n_large ON public.lowest IS 'kept while its constraint is made again';

-- 9. CREATE comment on constraint public.split.n_large
COMMENT ON CONSTRAINT n_large ON public.split IS 'of all';

-- reverse

-- 1. ALTER comment on constraint public.derived.n_small
COMMENT ON CONSTRAINT n_small ON public.derived IS 'changes';

-- 2. CREATE comment on constraint public.low.low_pkey
COMMENT ON CONSTRAINT low_pkey ON public.low IS 'goes';

-- 3. DROP comment on constraint public.lowest.lowest_pkey
COMMENT ON CONSTRAINT lowest_pkey ON public.lowest IS NULL;

-- 4. DROP comment on constraint public.lowest.n_large
COMMENT ON CONSTRAINT n_large ON public.lowest IS NULL;

-- 5. DROP constraint public.split.n_large
ALTER TABLE public.split DROP CONSTRAINT n_large;

-- 6. CREATE constraint public.split.n_large, DATA_DEPENDENT
ALTER TABLE public.split ADD CONSTRAINT n_large CHECK ((n > 10)) NOT VALID;

-- 7. ALTER constraint public.split.n_large, ALONE, DATA_DEPENDENT
ALTER TABLE public.split VALIDATE CONSTRAINT n_large;

-- 8. CREATE comment on constraint public.lowest.n_large
COMMENT ON CONSTRAINT n_large ON public.lowest IS 'kept while its constraint is made again';

-- 9. CREATE comment on constraint public.split.n_large
COMMENT ON CONSTRAINT n_large ON public.split IS 'of all';
