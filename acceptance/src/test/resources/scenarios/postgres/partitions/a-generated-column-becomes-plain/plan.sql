-- 1. ALTER column public.base.folded
ALTER TABLE public.base ALTER COLUMN folded DROP EXPRESSION;

-- 2. ALTER column public.events.folded
ALTER TABLE public.events ALTER COLUMN folded DROP EXPRESSION;

-- reverse

-- 1. DROP column public.base.folded, DATA_LOSS IRREVERSIBLE; loses the values of column public.base.folded
ALTER TABLE public.base DROP COLUMN folded;

-- 2. CREATE column public.base.folded
ALTER TABLE public.base ADD COLUMN folded text GENERATED ALWAYS AS (lower(name)) STORED;

-- 3. DROP column public.events.folded, DATA_LOSS IRREVERSIBLE; loses the values of column public.events.folded
ALTER TABLE public.events DROP COLUMN folded;

-- 4. CREATE column public.events.folded
ALTER TABLE public.events ADD COLUMN folded text GENERATED ALWAYS AS (lower(name)) STORED;
