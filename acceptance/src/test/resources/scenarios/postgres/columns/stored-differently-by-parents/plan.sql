-- 1. CREATE table public.b1
CREATE TABLE public.b1 (
    note text
);
ALTER TABLE public.b1 ALTER COLUMN note SET STORAGE MAIN;

-- 2. CREATE table public.b2
CREATE TABLE public.b2 (
    note text,
    size numeric
);
ALTER TABLE public.b2 ALTER COLUMN note SET STORAGE EXTERNAL;
ALTER TABLE public.b2 ALTER COLUMN size SET STORAGE PLAIN;

-- 3. CREATE table public.b3
CREATE TABLE public.b3 (
    size numeric,
    note text
);

-- 4. CREATE table public.b_all
ALTER TABLE ONLY public.b2 ALTER COLUMN note SET STORAGE MAIN;
ALTER TABLE ONLY public.b3 ALTER COLUMN note SET STORAGE MAIN;
ALTER TABLE ONLY public.b3 ALTER COLUMN size SET STORAGE PLAIN;
CREATE TABLE public.b_all () INHERITS (public.b1, public.b2, public.b3);
ALTER TABLE public.b_all ALTER COLUMN note SET STORAGE EXTENDED;
ALTER TABLE public.b_all ALTER COLUMN size SET STORAGE MAIN;
ALTER TABLE ONLY public.b2 ALTER COLUMN note SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.b3 ALTER COLUMN note SET STORAGE EXTENDED;
ALTER TABLE ONLY public.b3 ALTER COLUMN size SET STORAGE MAIN;

-- 5. CREATE table public.c1
CREATE TABLE public.c1 (
    note text
);
ALTER TABLE public.c1 ALTER COLUMN note SET STORAGE EXTERNAL;

-- 6. CREATE table public.c_as_usual
CREATE TABLE public.c_as_usual (
    note text
) INHERITS (public.c1);
ALTER TABLE public.c_as_usual ALTER COLUMN note SET STORAGE EXTENDED;

-- 7. CREATE table public.c_differs
CREATE TABLE public.c_differs (
    note text
) INHERITS (public.c1);
ALTER TABLE public.c_differs ALTER COLUMN note SET STORAGE MAIN;

-- 8. ALTER column public.a2.note
ALTER TABLE public.a2 ALTER COLUMN note SET STORAGE EXTERNAL;

-- 9. CREATE table public.a_both
ALTER TABLE ONLY public.a2 ALTER COLUMN note SET STORAGE EXTENDED;
CREATE TABLE public.a_both () INHERITS (public.a1, public.a2);
ALTER TABLE ONLY public.a2 ALTER COLUMN note SET STORAGE EXTERNAL;

-- 10. CREATE table public.a_own
ALTER TABLE ONLY public.a2 ALTER COLUMN note SET STORAGE EXTENDED;
CREATE TABLE public.a_own (
    note text
) INHERITS (public.a1, public.a2);
ALTER TABLE ONLY public.a2 ALTER COLUMN note SET STORAGE EXTERNAL;

-- reverse

-- 1. ALTER column public.a2.note
ALTER TABLE public.a2 ALTER COLUMN note SET STORAGE EXTENDED;

-- 2. DROP table public.a_both, DATA_LOSS IRREVERSIBLE; loses the rows of table public.a_both
DROP TABLE public.a_both;

-- 3. DROP table public.a_own, DATA_LOSS IRREVERSIBLE; loses the rows of table public.a_own
DROP TABLE public.a_own;

-- 4. DROP table public.b_all, DATA_LOSS IRREVERSIBLE; loses the rows of table public.b_all
DROP TABLE public.b_all;

-- 5. DROP table public.b1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.b1
DROP TABLE public.b1;

-- 6. DROP table public.b2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.b2
DROP TABLE public.b2;

-- 7. DROP table public.b3, DATA_LOSS IRREVERSIBLE; loses the rows of table public.b3
DROP TABLE public.b3;

-- 8. DROP table public.c_as_usual, DATA_LOSS IRREVERSIBLE; loses the rows of table public.c_as_usual
DROP TABLE public.c_as_usual;

-- 9. DROP table public.c_differs, DATA_LOSS IRREVERSIBLE; loses the rows of table public.c_differs
DROP TABLE public.c_differs;

-- 10. DROP table public.c1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.c1
DROP TABLE public.c1;
