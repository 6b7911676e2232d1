-- 1. ALTER domain public.code
ALTER DOMAIN public.code SET DEFAULT 'y'::character varying;
ALTER DOMAIN public.code DROP NOT NULL;

-- 2. ALTER domain public.positive, DATA_DEPENDENT REWRITE
ALTER DOMAIN public.positive RENAME TO positive__plumbline_old;
CREATE DOMAIN public.positive AS bigint CONSTRAINT is_positive CHECK ((VALUE > 0)) CONSTRAINT small CHECK ((VALUE < 1000));
ALTER TABLE public.t ALTER COLUMN id TYPE public.positive USING id::text::public.positive;
DROP DOMAIN public.positive__plumbline_old;

-- reverse

-- 1. ALTER domain public.code, DATA_DEPENDENT
ALTER DOMAIN public.code SET DEFAULT 'x'::character varying;
ALTER DOMAIN public.code SET NOT NULL;

-- 2. ALTER domain public.positive, DATA_DEPENDENT
ALTER DOMAIN public.positive RENAME TO positive__plumbline_old;
CREATE DOMAIN public.positive AS integer CONSTRAINT positive_check CHECK ((VALUE > 0));
ALTER TABLE public.t ALTER COLUMN id TYPE public.positive USING id::text::public.positive;
DROP DOMAIN public.positive__plumbline_old;
