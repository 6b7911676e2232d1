-- 1. ALTER column public.t.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER INDEX public.t_sum ALTER COLUMN 1 SET STATISTICS 44;
ALTER STATISTICS public.of_t SET STATISTICS 93;

-- 2. ALTER column public.t.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;

-- reverse

-- 1. ALTER column public.t.a, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER INDEX public.t_sum ALTER COLUMN 1 SET STATISTICS 44;
ALTER STATISTICS public.of_t SET STATISTICS 93;

-- 2. ALTER column public.t.id, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
