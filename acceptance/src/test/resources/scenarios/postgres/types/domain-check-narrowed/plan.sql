-- 1. DROP constraint public.code.code_check
ALTER DOMAIN public.code DROP CONSTRAINT code_check;

-- 2. CREATE constraint public.code.code_check, DATA_DEPENDENT
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK ((length(VALUE) > 20)) NOT VALID;

-- 3. ALTER constraint public.code.code_check, ALONE, DATA_DEPENDENT BLOCKING_SCAN
ALTER DOMAIN public.code VALIDATE CONSTRAINT code_check;

-- 4. DROP constraint public.positive.positive_check
ALTER DOMAIN public.positive DROP CONSTRAINT positive_check;

-- 5. CREATE constraint public.positive.positive_check, DATA_DEPENDENT
ALTER DOMAIN public.positive ADD CONSTRAINT positive_check CHECK ((VALUE > 1)) NOT VALID;

-- 6. ALTER constraint public.positive.positive_check, ALONE, DATA_DEPENDENT BLOCKING_SCAN
ALTER DOMAIN public.positive VALIDATE CONSTRAINT positive_check;

-- reverse

-- 1. DROP constraint public.code.code_check
ALTER DOMAIN public.code DROP CONSTRAINT code_check;

-- 2. CREATE constraint public.code.code_check, DATA_DEPENDENT
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK ((length(VALUE) > 0)) NOT VALID;

-- 3. ALTER constraint public.code.code_check, ALONE, DATA_DEPENDENT
ALTER DOMAIN public.code VALIDATE CONSTRAINT code_check;

-- 4. DROP constraint public.positive.positive_check
ALTER DOMAIN public.positive DROP CONSTRAINT positive_check;

-- 5. CREATE constraint public.positive.positive_check, DATA_DEPENDENT
ALTER DOMAIN public.positive ADD CONSTRAINT positive_check CHECK ((VALUE > 0)) NOT VALID;

-- 6. ALTER constraint public.positive.positive_check, ALONE, DATA_DEPENDENT
ALTER DOMAIN public.positive VALIDATE CONSTRAINT positive_check;
