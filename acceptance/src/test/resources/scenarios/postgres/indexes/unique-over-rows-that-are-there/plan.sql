-- 1. CREATE column public.idp.uid
ALTER TABLE public.idp ADD COLUMN uid text DEFAULT ''::text NOT NULL;

-- 2. CREATE index public.by_uid, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY by_uid ON public.idp USING btree (uid);

-- reverse

-- 1. DROP index public.by_uid
DROP INDEX public.by_uid;

-- 2. DROP column public.idp.uid, DATA_LOSS IRREVERSIBLE; loses the values of column public.idp.uid
ALTER TABLE public.idp DROP COLUMN uid;
