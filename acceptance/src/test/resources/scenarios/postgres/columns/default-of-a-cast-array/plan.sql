-- 1. ALTER domain public.numbers
ALTER DOMAIN public.numbers SET DEFAULT ((ARRAY['1'::text])::text[])::integer[];

-- 2. CREATE column public.t.b
ALTER TABLE public.t ADD COLUMN b integer[] DEFAULT ((ARRAY['1'::text, '2'::text])::text[])::integer[];

-- 3. CREATE column default public.t.a
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT ((ARRAY['1'::text])::text[])::integer[];

-- 4. CREATE view public.v
CREATE VIEW public.v (id, a) AS
SELECT id,
    a
   FROM public.t;
ALTER VIEW public.v ALTER COLUMN a SET DEFAULT ((ARRAY['1'::text])::text[])::integer[];

-- reverse

-- 1. ALTER domain public.numbers
ALTER DOMAIN public.numbers DROP DEFAULT;

-- 2. DROP view public.v
DROP VIEW public.v;

-- 3. DROP column default public.t.a
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- 4. DROP column public.t.b, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.b
ALTER TABLE public.t DROP COLUMN b;
