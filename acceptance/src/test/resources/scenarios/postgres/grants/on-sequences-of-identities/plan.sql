-- 1. ALTER column public.t.comes, BLOCKING_SCAN
ALTER TABLE public.t ALTER COLUMN comes ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'comes'), GREATEST(1, pg_catalog.max(comes) + 1), false) FROM public.t;

-- 2. CREATE grant to app_reader on sequence public.t_comes_seq
GRANT USAGE ON SEQUENCE public.t_comes_seq TO app_reader;

-- 3. DROP grant to app_reader on sequence public.counter, AUTHORIZATION
REVOKE USAGE ON SEQUENCE public.counter FROM app_reader;

-- 4. ALTER column public.t.stays
ALTER SEQUENCE public.counter RENAME TO renamed;

-- 5. CREATE grant to app_writer on sequence public.renamed
GRANT SELECT ON SEQUENCE public.renamed TO app_writer;

-- 6. DROP grant to app_reader on sequence public.t_goes_seq, AUTHORIZATION
REVOKE USAGE ON SEQUENCE public.t_goes_seq FROM app_reader;

-- 7. ALTER column public.t.goes
ALTER TABLE public.t ALTER COLUMN goes DROP IDENTITY;

-- reverse

-- 1. ALTER column public.t.goes
ALTER TABLE public.t ALTER COLUMN goes ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'goes'), GREATEST(1, pg_catalog.max(goes) + 1), false) FROM public.t;

-- 2. CREATE grant to app_reader on sequence public.t_goes_seq
GRANT USAGE ON SEQUENCE public.t_goes_seq TO app_reader;

-- 3. DROP grant to app_reader on sequence public.t_comes_seq, AUTHORIZATION
REVOKE USAGE ON SEQUENCE public.t_comes_seq FROM app_reader;

-- 4. ALTER column public.t.comes
ALTER TABLE public.t ALTER COLUMN comes DROP IDENTITY;

-- 5. DROP grant to app_writer on sequence public.renamed, AUTHORIZATION
REVOKE SELECT ON SEQUENCE public.renamed FROM app_writer;

-- 6. ALTER column public.t.stays
ALTER SEQUENCE public.renamed RENAME TO counter;

-- 7. CREATE grant to app_reader on sequence public.counter
GRANT USAGE ON SEQUENCE public.counter TO app_reader;
