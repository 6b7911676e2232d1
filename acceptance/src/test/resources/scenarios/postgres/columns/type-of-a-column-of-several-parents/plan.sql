-- 1. ALTER table public.c_leaves
ALTER TABLE public.c_leaves NO INHERIT public.c2;

-- 2. ALTER column public.c1.size, DATA_DEPENDENT REWRITE
ALTER TABLE public.c1 ALTER COLUMN size TYPE bigint USING size::bigint;

-- 3. ALTER column public.b2.size, DATA_DEPENDENT REWRITE
ALTER TABLE public.b2 ALTER COLUMN size TYPE bigint USING size::bigint;

-- 4. CREATE column public.b1.size
ALTER TABLE public.b1 ADD COLUMN size bigint;

-- 5. ALTER column public.e1.size, DATA_DEPENDENT REWRITE
CREATE TABLE public.e1_size_plumbline_heirs (size integer);
ALTER TABLE public.e1 INHERIT public.e1_size_plumbline_heirs;
ALTER TABLE public.e2 INHERIT public.e1_size_plumbline_heirs;
ALTER TABLE public.e3 INHERIT public.e1_size_plumbline_heirs;
ALTER TABLE public.e1_size_plumbline_heirs ALTER COLUMN size TYPE bigint USING size::bigint;
ALTER TABLE public.e1 NO INHERIT public.e1_size_plumbline_heirs;
ALTER TABLE public.e2 NO INHERIT public.e1_size_plumbline_heirs;
ALTER TABLE public.e3 NO INHERIT public.e1_size_plumbline_heirs;
DROP TABLE public.e1_size_plumbline_heirs;

-- 6. ALTER column public.f.size, DATA_DEPENDENT REWRITE
ALTER TABLE public.f ALTER COLUMN size TYPE bigint USING size::bigint;

-- 7. ALTER column public.g1.size, DATA_DEPENDENT REWRITE
ALTER TABLE public.g1 ALTER COLUMN size TYPE bigint USING size::bigint;

-- 8. DROP view public.d_seen, BEGINS
DROP VIEW public.d_seen;

-- 9. DROP column default public.d1.size
ALTER TABLE ONLY public.d1 ALTER COLUMN size DROP DEFAULT;

-- 10. DROP column default public.d2.size
ALTER TABLE ONLY public.d2 ALTER COLUMN size DROP DEFAULT;

-- 11. DROP column default public.d_both.size
ALTER TABLE public.d_both ALTER COLUMN size DROP DEFAULT;

-- 12. DROP column default public.d_one.size
ALTER TABLE public.d_one ALTER COLUMN size DROP DEFAULT;

-- 13. DROP column default public.d_two.size
ALTER TABLE public.d_two ALTER COLUMN size DROP DEFAULT;

-- 14. ALTER column public.d1.size, DATA_DEPENDENT REWRITE
CREATE TABLE public.d1_size_plumbline_heirs (size integer);
ALTER TABLE public.d1 INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d2 INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d1_size_plumbline_heirs ALTER COLUMN size TYPE bigint USING size::bigint;
ALTER TABLE public.d1 NO INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d2 NO INHERIT public.d1_size_plumbline_heirs;
DROP TABLE public.d1_size_plumbline_heirs;

-- 15. CREATE column default public.d1.size
ALTER TABLE ONLY public.d1 ALTER COLUMN size SET DEFAULT 1;

-- 16. CREATE column default public.d2.size
ALTER TABLE ONLY public.d2 ALTER COLUMN size SET DEFAULT 1;

-- 17. CREATE column default public.d_both.size
ALTER TABLE public.d_both ALTER COLUMN size SET DEFAULT 1;

-- 18. CREATE column default public.d_one.size
ALTER TABLE public.d_one ALTER COLUMN size SET DEFAULT 1;

-- 19. CREATE column default public.d_two.size
ALTER TABLE public.d_two ALTER COLUMN size SET DEFAULT 1;

-- 20. CREATE view public.d_seen
CREATE VIEW public.d_seen (size) AS
SELECT size
   FROM public.d2;

-- 21. DROP column public.a1.size, DATA_LOSS IRREVERSIBLE; loses the values of column public.a1.size
ALTER TABLE public.a1 DROP COLUMN size;

-- 22. ALTER column public.a2.size, DATA_DEPENDENT REWRITE
ALTER TABLE public.a2 ALTER COLUMN size TYPE bigint USING size::bigint;

-- reverse

-- 1. ALTER column public.c1.size, DATA_DEPENDENT
ALTER TABLE public.c1 ALTER COLUMN size TYPE integer USING size::integer;

-- 2. ALTER table public.c_leaves
ALTER TABLE public.c_leaves INHERIT public.c2;

-- 3. ALTER column public.a2.size, DATA_DEPENDENT
ALTER TABLE public.a2 ALTER COLUMN size TYPE integer USING size::integer;

-- 4. CREATE column public.a1.size
ALTER TABLE public.a1 ADD COLUMN size integer;

-- 5. ALTER column public.e1.size, DATA_DEPENDENT
CREATE TABLE public.e1_size_plumbline_heirs (size bigint);
ALTER TABLE public.e1 INHERIT public.e1_size_plumbline_heirs;
ALTER TABLE public.e2 INHERIT public.e1_size_plumbline_heirs;
ALTER TABLE public.e3 INHERIT public.e1_size_plumbline_heirs;
ALTER TABLE public.e1_size_plumbline_heirs ALTER COLUMN size TYPE integer USING size::integer;
ALTER TABLE public.e1 NO INHERIT public.e1_size_plumbline_heirs;
ALTER TABLE public.e2 NO INHERIT public.e1_size_plumbline_heirs;
ALTER TABLE public.e3 NO INHERIT public.e1_size_plumbline_heirs;
DROP TABLE public.e1_size_plumbline_heirs;

-- 6. ALTER column public.f.size, DATA_DEPENDENT
ALTER TABLE public.f ALTER COLUMN size TYPE integer USING size::integer;

-- 7. ALTER column public.g1.size, DATA_DEPENDENT
ALTER TABLE public.g1 ALTER COLUMN size TYPE integer USING size::integer;

-- 8. DROP view public.d_seen, BEGINS
DROP VIEW public.d_seen;

-- 9. DROP column default public.d1.size
ALTER TABLE ONLY public.d1 ALTER COLUMN size DROP DEFAULT;

-- 10. DROP column default public.d2.size
ALTER TABLE ONLY public.d2 ALTER COLUMN size DROP DEFAULT;

-- 11. DROP column default public.d_both.size
ALTER TABLE public.d_both ALTER COLUMN size DROP DEFAULT;

-- 12. DROP column default public.d_one.size
ALTER TABLE public.d_one ALTER COLUMN size DROP DEFAULT;

-- 13. DROP column default public.d_two.size
ALTER TABLE public.d_two ALTER COLUMN size DROP DEFAULT;

-- 14. ALTER column public.d1.size, DATA_DEPENDENT
CREATE TABLE public.d1_size_plumbline_heirs (size bigint);
ALTER TABLE public.d1 INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d2 INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d1_size_plumbline_heirs ALTER COLUMN size TYPE integer USING size::integer;
ALTER TABLE public.d1 NO INHERIT public.d1_size_plumbline_heirs;
ALTER TABLE public.d2 NO INHERIT public.d1_size_plumbline_heirs;
DROP TABLE public.d1_size_plumbline_heirs;

-- 15. CREATE column default public.d1.size
ALTER TABLE ONLY public.d1 ALTER COLUMN size SET DEFAULT 1;

-- 16. CREATE column default public.d2.size
ALTER TABLE ONLY public.d2 ALTER COLUMN size SET DEFAULT 1;

-- 17. CREATE column default public.d_both.size
ALTER TABLE public.d_both ALTER COLUMN size SET DEFAULT 1;

-- 18. CREATE column default public.d_one.size
ALTER TABLE public.d_one ALTER COLUMN size SET DEFAULT 1;

-- 19. CREATE column default public.d_two.size
ALTER TABLE public.d_two ALTER COLUMN size SET DEFAULT 1;

-- 20. CREATE view public.d_seen
CREATE VIEW public.d_seen (size) AS
SELECT size
   FROM public.d2;

-- 21. DROP column public.b1.size, DATA_LOSS IRREVERSIBLE; loses the values of column public.b1.size
ALTER TABLE public.b1 DROP COLUMN size;

-- 22. ALTER column public.b2.size, DATA_DEPENDENT
ALTER TABLE public.b2 ALTER COLUMN size TYPE integer USING size::integer;
