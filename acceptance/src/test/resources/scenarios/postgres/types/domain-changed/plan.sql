-- 1. ALTER domain public.code
ALTER DOMAIN public.code SET DEFAULT 'y'::character varying;
ALTER DOMAIN public.code DROP NOT NULL;

-- 2. ALTER domain public.positive, DATA_DEPENDENT REWRITE
ALTER DOMAIN public.positive RENAME TO positive__plumbline_old;
CREATE DOMAIN public.positive AS bigint;
ALTER TABLE public.t ALTER COLUMN id TYPE public.positive USING id::text::public.positive;
DROP DOMAIN public.positive__plumbline_old;

-- 3. CREATE constraint public.positive.is_positive, DATA_DEPENDENT
ALTER DOMAIN public.positive ADD CONSTRAINT is_positive CHECK ((VALUE > 0)) NOT VALID;

-- 4. ALTER constraint public.positive.is_positive, ALONE, DATA_DEPENDENT BLOCKING_SCAN
ALTER DOMAIN public.positive VALIDATE CONSTRAINT is_positive;

-- 5. CREATE constraint public.positive.small, DATA_DEPENDENT
ALTER DOMAIN public.positive ADD CONSTRAINT small CHECK ((VALUE < 1000)) NOT VALID;

-- 6. ALTER constraint public.positive.small, ALONE, DATA_DEPENDENT BLOCKING_SCAN
ALTER DOMAIN public.positive VALIDATE CONSTRAINT small;

-- reverse

-- 1. ALTER domain public.code, DATA_DEPENDENT
ALTER DOMAIN public.code SET DEFAULT 'x'::character varying;
ALTER DOMAIN public.code SET NOT NULL;

-- 2. ALTER domain public.positive, DATA_DEPENDENT
ALTER DOMAIN public.positive RENAME TO positive__plumbline_old;
CREATE DOMAIN public.positive AS integer;
ALTER TABLE public.t ALTER COLUMN id TYPE public.positive USING id::text::public.positive;
DROP DOMAIN public.positive__plumbline_old;

-- 3. CREATE constraint public.positive.positive_check, DATA_DEPENDENT
ALTER DOMAIN public.positive ADD CONSTRAINT positive_check CHECK ((VALUE > 0)) NOT VALID;

-- 4. ALTER constraint public.positive.positive_check, ALONE, DATA_DEPENDENT
ALTER DOMAIN public.positive VALIDATE CONSTRAINT positive_check;
