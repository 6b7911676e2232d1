-- 1. ALTER column public.t.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.t ALTER COLUMN id TYPE boolean USING id::boolean;

-- 2. ALTER column public.u.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.u ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE public.u ADD CONSTRAINT u_id_not_null NOT NULL id NOT VALID;

-- 3. ALTER column public.u.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.u VALIDATE CONSTRAINT u_id_not_null;

-- 4. ALTER column public.u.id, BLOCKING_SCAN
ALTER TABLE public.u ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.u', 'id'), GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.u;

-- reverse

-- 1. ALTER column public.t.id, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE public.t ADD CONSTRAINT t_id_not_null NOT NULL id NOT VALID;

-- 2. ALTER column public.t.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_id_not_null;

-- 3. ALTER column public.t.id
ALTER TABLE public.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'id'), GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.t;

-- 4. ALTER column public.u.id, DATA_DEPENDENT
ALTER TABLE public.u ALTER COLUMN id DROP IDENTITY;
ALTER TABLE public.u ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.u ALTER COLUMN id TYPE boolean USING id::boolean;
