-- 1. CREATE column public.bare.a, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.bare ADD COLUMN a integer NOT NULL;

-- 2. CREATE column public.p.a, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p ADD COLUMN a integer NOT NULL;

-- 3. ALTER column public.w.words, DATA_DEPENDENT REWRITE
ALTER TABLE public.w ALTER COLUMN words TYPE uuid USING words::uuid;
ALTER TABLE public.w ADD CONSTRAINT w_words_not_null NOT NULL words NOT VALID;

-- 4. ALTER column public.w.words, ALONE, DATA_DEPENDENT
ALTER TABLE public.w VALIDATE CONSTRAINT w_words_not_null;

-- 5. CREATE constraint public.p.few, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT few CHECK ((id < 0)) NOT VALID;

-- 6. ALTER constraint public.p.few, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT few;

-- reverse

-- 1. ALTER column public.w.words, DATA_DEPENDENT
ALTER TABLE public.w ALTER COLUMN words DROP NOT NULL;
ALTER TABLE public.w ALTER COLUMN words TYPE text USING words::text;

-- 2. DROP constraint public.p.few
ALTER TABLE public.p DROP CONSTRAINT few;

-- 3. DROP column public.bare.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.bare.a
ALTER TABLE public.bare DROP COLUMN a;

-- 4. DROP column public.p.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.p.a
ALTER TABLE public.p DROP COLUMN a;
