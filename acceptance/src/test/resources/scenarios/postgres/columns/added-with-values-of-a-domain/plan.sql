-- 1. CREATE domain public.counted
CREATE DOMAIN public.counted AS bigint NOT NULL;

-- 2. CREATE domain public.of_counted
CREATE DOMAIN public.of_counted AS public.counted CONSTRAINT positive CHECK (((VALUE)::bigint > 0));

-- 3. CREATE domain public.present
CREATE DOMAIN public.present AS text CONSTRAINT there CHECK ((VALUE IS NOT NULL));

-- 4. CREATE column public.t.loud, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ADD COLUMN loud text;
UPDATE public.t SET loud = (upper(words)) WHERE (upper(words)) IS DISTINCT FROM NULL;
ALTER TABLE public.t ALTER COLUMN loud TYPE public.present USING loud::public.present;

-- 5. CREATE column public.t.twice, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ADD COLUMN twice bigint DEFAULT 5;
UPDATE public.t SET twice = (id * 2);
ALTER TABLE public.t ALTER COLUMN twice TYPE public.of_counted USING twice::public.of_counted;
ALTER TABLE public.t ALTER COLUMN twice SET NOT NULL;

-- reverse

-- 1. DROP column public.t.loud, DATA_LOSS
ALTER TABLE public.t DROP COLUMN loud;

-- 2. DROP column public.t.twice, DATA_LOSS
ALTER TABLE public.t DROP COLUMN twice;

-- 3. DROP domain public.of_counted
DROP DOMAIN public.of_counted;

-- 4. DROP domain public.counted
DROP DOMAIN public.counted;

-- 5. DROP domain public.present
DROP DOMAIN public.present;
