-- 1. ALTER domain public.d, DATA_DEPENDENT REWRITE
ALTER DOMAIN public.d RENAME TO d__plumbline_old;
CREATE DOMAIN public.d AS character varying(30) CONSTRAINT d_not_null NOT NULL;
ALTER TABLE public.t ALTER COLUMN d TYPE public.d USING d::text::public.d;
DROP DOMAIN public.d__plumbline_old;

-- 2. ALTER domain public.e, DATA_DEPENDENT REWRITE
ALTER DOMAIN public.e RENAME TO e__plumbline_old;
CREATE DOMAIN public.e AS bigint CONSTRAINT e_not_null NOT NULL CONSTRAINT e_check CHECK ((VALUE > 0));
ALTER TABLE public.t ALTER COLUMN e TYPE public.e USING e::text::public.e;
DROP DOMAIN public.e__plumbline_old;

-- reverse

-- 1. ALTER domain public.d, DATA_DEPENDENT
ALTER DOMAIN public.d RENAME TO d__plumbline_old;
CREATE DOMAIN public.d AS text CONSTRAINT d_not_null NOT NULL;
ALTER TABLE public.t ALTER COLUMN d TYPE public.d USING d::text::public.d;
DROP DOMAIN public.d__plumbline_old;

-- 2. ALTER domain public.e, DATA_DEPENDENT
ALTER DOMAIN public.e RENAME TO e__plumbline_old;
CREATE DOMAIN public.e AS integer CONSTRAINT e_not_null NOT NULL CONSTRAINT e_check CHECK ((VALUE > 0));
ALTER TABLE public.t ALTER COLUMN e TYPE public.e USING e::text::public.e;
DROP DOMAIN public.e__plumbline_old;
