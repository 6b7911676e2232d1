-- 1. ALTER table public.t
ALTER TABLE public.t SET (fillfactor = 70);

-- 2. ALTER column public.t.c, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN c TYPE text USING c::text;

-- 3. ALTER table public.t
ALTER TABLE public.t SET (toast.autovacuum_enabled = false);

-- reverse

-- 1. ALTER table public.t
ALTER TABLE public.t RESET (fillfactor, toast.autovacuum_enabled);

-- 2. ALTER column public.t.c, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN c TYPE integer USING c::integer;
