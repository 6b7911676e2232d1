-- 1. ALTER column public.d1.size, DATA_DEPENDENT REWRITE
CREATE TABLE public.d1_size_plumbline_heirs (size text);
ALTER TABLE public.d1 INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d2 INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d1_size_plumbline_heirs ALTER COLUMN size TYPE integer USING (CASE size WHEN 'small' THEN 1 WHEN 'large' THEN 3 END)::integer;
ALTER TABLE public.d1 NO INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d2 NO INHERIT public.d1_size_plumbline_heirs;
DROP TABLE public.d1_size_plumbline_heirs;

-- 2. ALTER column public.one.now USING then, DATA_DEPENDENT REWRITE
ALTER TABLE public.one ALTER COLUMN "now USING then" TYPE boolean USING ("now USING then" = 'on')::boolean;

-- 3. ALTER column public.one.state, DATA_DEPENDENT REWRITE
ALTER TABLE public.one ALTER COLUMN state TYPE boolean USING (state = 'on')::boolean;

-- reverse

-- 1. ALTER column public.d1.size, DATA_DEPENDENT
CREATE TABLE public.d1_size_plumbline_heirs (size integer);
ALTER TABLE public.d1 INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d2 INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d1_size_plumbline_heirs ALTER COLUMN size TYPE text USING (CASE size WHEN 1 THEN 'small' WHEN 3 THEN 'large' END)::text;
ALTER TABLE public.d1 NO INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d2 NO INHERIT public.d1_size_plumbline_heirs;
DROP TABLE public.d1_size_plumbline_heirs;

-- 2. ALTER column public.one.now USING then, DATA_DEPENDENT
ALTER TABLE public.one ALTER COLUMN "now USING then" TYPE text USING (CASE WHEN "now USING then" THEN 'on' ELSE 'off' END)::text;

-- 3. ALTER column public.one.state, DATA_DEPENDENT
ALTER TABLE public.one ALTER COLUMN state TYPE text USING (CASE WHEN state THEN 'on' ELSE 'off' END)::text;
