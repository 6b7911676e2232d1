-- 1. DROP column public.checked.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.checked.a
ALTER TABLE public.checked DROP COLUMN a;

-- 2. CREATE constraint public.checked.checked_a_not_null, DATA_DEPENDENT
ALTER TABLE public.checked ADD CONSTRAINT checked_a_not_null CHECK ((id > 0)) NOT VALID;

-- 3. ALTER constraint public.checked.checked_a_not_null, ALONE, DATA_DEPENDENT
ALTER TABLE public.checked VALIDATE CONSTRAINT checked_a_not_null;

-- 4. DROP column public.inputs.md5, DATA_LOSS IRREVERSIBLE; loses the values of column public.inputs.md5
ALTER TABLE public.inputs DROP COLUMN md5;

-- 5. CREATE column public.inputs.digest
ALTER TABLE public.inputs ADD COLUMN digest text DEFAULT ''::text CONSTRAINT inputs_md5_not_null NOT NULL;

-- reverse

-- 1. DROP constraint public.checked.checked_a_not_null
ALTER TABLE public.checked DROP CONSTRAINT checked_a_not_null;

-- 2. CREATE column public.checked.a, DATA_DEPENDENT
ALTER TABLE public.checked ADD COLUMN a integer NOT NULL;

-- 3. DROP column public.inputs.digest, DATA_LOSS IRREVERSIBLE; loses the values of column public.inputs.digest
ALTER TABLE public.inputs DROP COLUMN digest;

-- 4. CREATE column public.inputs.md5, DATA_DEPENDENT
ALTER TABLE public.inputs ADD COLUMN md5 text NOT NULL;
