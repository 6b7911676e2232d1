-- 1. ALTER column public.t.bits, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN bits TYPE int4range USING bits::text::int4range;

-- 2. ALTER column public.t.both_of, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN both_of TYPE timestamp with time zone USING both_of::text::timestamp with time zone;

-- 3. ALTER column public.t.how, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN how TYPE integer USING how::text::integer;

-- 4. ALTER column public.t.numbers, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN numbers TYPE public.mood[] USING numbers::text[]::public.mood[];

-- 5. ALTER column public.t.part, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN part TYPE public.mood USING part::text::public.mood;

-- 6. ALTER column public.t.price, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN price TYPE integer USING price::integer;

-- 7. ALTER column public.t.words, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN words TYPE bit(3) USING words::text::bit(3);

-- reverse

-- 1. ALTER column public.t.bits, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN bits TYPE bit(3) USING bits::text::bit(3);

-- 2. ALTER column public.t.both_of, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN both_of TYPE public.pair USING both_of::text::public.pair;

-- 3. ALTER column public.t.how, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN how TYPE public.mood USING how::text::public.mood;

-- 4. ALTER column public.t.numbers, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN numbers TYPE integer[] USING numbers::text[]::integer[];

-- 5. ALTER column public.t.part, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN part TYPE public.span USING part::text::public.span;

-- 6. ALTER column public.t.price, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN price TYPE public.amount USING price::public.amount;

-- 7. ALTER column public.t.words, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN words TYPE text[] USING words::text::text[];
