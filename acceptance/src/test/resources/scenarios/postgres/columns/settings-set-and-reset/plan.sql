-- 1. ALTER column public.t.a
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTERNAL;
ALTER TABLE public.t ALTER COLUMN a SET STATISTICS -1;

-- 2. ALTER column public.t.b
ALTER TABLE public.t ALTER COLUMN b SET STORAGE EXTENDED;
ALTER TABLE public.t ALTER COLUMN b SET STATISTICS 0;
ALTER TABLE public.t ALTER COLUMN b RESET (n_distinct_inherited);
ALTER TABLE public.t ALTER COLUMN b SET (n_distinct = -0.2);

-- 3. ALTER column public.t.c
ALTER TABLE public.t ALTER COLUMN c SET STORAGE MAIN;
ALTER TABLE public.t ALTER COLUMN c SET COMPRESSION pglz;

-- 4. ALTER column public.t.d
ALTER TABLE public.t ALTER COLUMN d SET STORAGE MAIN;
ALTER TABLE public.t ALTER COLUMN d SET (n_distinct = 3);

-- 5. ALTER column public.t.e
ALTER TABLE public.t ALTER COLUMN e SET COMPRESSION default;

-- 6. ALTER column public.t.i
ALTER TABLE public.t ALTER COLUMN i SET STORAGE PLAIN;

-- 7. ALTER index public.t_expr
ALTER INDEX public.t_expr ALTER COLUMN 1 SET STATISTICS -1;
ALTER INDEX public.t_expr ALTER COLUMN 2 SET STATISTICS 7;

-- reverse

-- 1. ALTER column public.t.a
ALTER TABLE public.t ALTER COLUMN a SET STORAGE MAIN;
ALTER TABLE public.t ALTER COLUMN a SET STATISTICS 10;

-- 2. ALTER column public.t.b
ALTER TABLE public.t ALTER COLUMN b SET STORAGE PLAIN;
ALTER TABLE public.t ALTER COLUMN b SET STATISTICS -1;
ALTER TABLE public.t ALTER COLUMN b SET (n_distinct = 5, n_distinct_inherited = -0.5);

-- 3. ALTER column public.t.c
ALTER TABLE public.t ALTER COLUMN c SET STORAGE EXTENDED;
ALTER TABLE public.t ALTER COLUMN c SET COMPRESSION default;

-- 4. ALTER column public.t.d
ALTER TABLE public.t ALTER COLUMN d SET STORAGE EXTERNAL;
ALTER TABLE public.t ALTER COLUMN d RESET (n_distinct);

-- 5. ALTER column public.t.e
ALTER TABLE public.t ALTER COLUMN e SET COMPRESSION pglz;

-- 6. ALTER column public.t.i
ALTER TABLE public.t ALTER COLUMN i SET STORAGE EXTENDED;

-- 7. ALTER index public.t_expr
ALTER INDEX public.t_expr ALTER COLUMN 1 SET STATISTICS 5;
ALTER INDEX public.t_expr ALTER COLUMN 2 SET STATISTICS -1;
