-- 1. CREATE domain public.checked
CREATE DOMAIN public.checked AS bigint CONSTRAINT there CHECK ((VALUE IS NOT NULL));

-- 2. CREATE domain public.present
CREATE DOMAIN public.present AS bigint NOT NULL;

-- 3. CREATE domain public.of_present
CREATE DOMAIN public.of_present AS public.present;

-- 4. CREATE domain public.unproven
CREATE DOMAIN public.unproven AS bigint;
ALTER DOMAIN public.unproven ADD CONSTRAINT later CHECK ((VALUE IS NOT NULL)) NOT VALID;

-- 5. CREATE column public.of_a_check.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.of_a_check ADD COLUMN a public.checked;

-- 6. CREATE column public.of_an_array.a
ALTER TABLE public.of_an_array ADD COLUMN a public.unproven[];

-- 7. CREATE column public.of_an_unproven_check.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.of_an_unproven_check ADD COLUMN a public.unproven;

-- 8. CREATE column public.of_another.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.of_another ADD COLUMN a public.of_present;

-- 9. CREATE column public.of_not_null.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.of_not_null ADD COLUMN a public.present;

-- 10. CREATE column public.with_a_default.a, REWRITE
ALTER TABLE public.with_a_default ADD COLUMN a public.unproven DEFAULT 7;

-- reverse

-- 1. DROP column public.of_a_check.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.of_a_check.a
ALTER TABLE public.of_a_check DROP COLUMN a;

-- 2. DROP column public.of_an_array.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.of_an_array.a
ALTER TABLE public.of_an_array DROP COLUMN a;

-- 3. DROP column public.of_an_unproven_check.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.of_an_unproven_check.a
ALTER TABLE public.of_an_unproven_check DROP COLUMN a;

-- 4. DROP column public.of_another.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.of_another.a
ALTER TABLE public.of_another DROP COLUMN a;

-- 5. DROP column public.of_not_null.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.of_not_null.a
ALTER TABLE public.of_not_null DROP COLUMN a;

-- 6. DROP column public.with_a_default.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.with_a_default.a
ALTER TABLE public.with_a_default DROP COLUMN a;

-- 7. DROP domain public.checked
DROP DOMAIN public.checked;

-- 8. DROP domain public.of_present
DROP DOMAIN public.of_present;

-- 9. DROP domain public.present
DROP DOMAIN public.present;

-- 10. DROP domain public.unproven
DROP DOMAIN public.unproven;
