-- 1. CREATE column public.checked.n, REWRITE
ALTER TABLE public.checked ADD COLUMN n public.positive DEFAULT (((random() * (10)::double precision) + (1)::double precision))::integer;

-- 2. CREATE column public.computed.twice, REWRITE
ALTER TABLE public.computed ADD COLUMN twice integer GENERATED ALWAYS AS ((a * 2)) STORED;

-- 3. CREATE column public.keyless.code, REWRITE
ALTER TABLE public.keyless ADD COLUMN code uuid DEFAULT gen_random_uuid();

-- 4. CREATE column public.parents.code, REWRITE
ALTER TABLE public.parents ADD COLUMN code uuid DEFAULT gen_random_uuid();

-- 5. CREATE column public.parts.code, REWRITE
ALTER TABLE public.parts ADD COLUMN code uuid DEFAULT gen_random_uuid();

-- 6. CREATE column public.published.code, REWRITE
ALTER TABLE public.published ADD COLUMN code uuid DEFAULT gen_random_uuid();

-- 7. CREATE column public.ruled.code, REWRITE
ALTER TABLE public.ruled ADD COLUMN code uuid DEFAULT gen_random_uuid();

-- 8. CREATE column public.touched.code, REWRITE
ALTER TABLE public.touched ADD COLUMN code uuid DEFAULT gen_random_uuid();

-- reverse

-- 1. DROP column public.checked.n, DATA_LOSS IRREVERSIBLE; loses the values of column public.checked.n
ALTER TABLE public.checked DROP COLUMN n;

-- 2. DROP column public.computed.twice
ALTER TABLE public.computed DROP COLUMN twice;

-- 3. DROP column public.keyless.code, DATA_LOSS IRREVERSIBLE; loses the values of column public.keyless.code
ALTER TABLE public.keyless DROP COLUMN code;

-- 4. DROP column public.parents.code, DATA_LOSS IRREVERSIBLE; loses the values of column public.parents.code
ALTER TABLE public.parents DROP COLUMN code;

-- 5. DROP column public.parts.code, DATA_LOSS IRREVERSIBLE; loses the values of column public.parts.code
ALTER TABLE public.parts DROP COLUMN code;

-- 6. DROP column public.published.code, DATA_LOSS IRREVERSIBLE; loses the values of column public.published.code
ALTER TABLE public.published DROP COLUMN code;

-- 7. DROP column public.ruled.code, DATA_LOSS IRREVERSIBLE; loses the values of column public.ruled.code
ALTER TABLE public.ruled DROP COLUMN code;

-- 8. DROP column public.touched.code, DATA_LOSS IRREVERSIBLE; loses the values of column public.touched.code
ALTER TABLE public.touched DROP COLUMN code;
