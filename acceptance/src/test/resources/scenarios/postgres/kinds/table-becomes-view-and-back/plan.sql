-- 1. DROP index public.c, OUTSIDE
DROP INDEX CONCURRENTLY public.c;

-- 2. CREATE sequence public.c
CREATE SEQUENCE public.c AS bigint;

-- 3. DROP materialized view public.m
DROP MATERIALIZED VIEW public.m;

-- 4. CREATE view public.m
CREATE VIEW public.m (id) AS
SELECT id
   FROM public.base;

-- 5. DROP view public.on_b
DROP VIEW public.on_b;

-- 6. DROP view public.b
DROP VIEW public.b;

-- 7. CREATE table public.b
CREATE TABLE public.b (
    id integer
);

-- 8. CREATE view public.on_b
CREATE VIEW public.on_b (id) AS
SELECT id
   FROM public.b;

-- 9. DROP table public.a, DATA_LOSS IRREVERSIBLE; loses the rows of table public.a
DROP TABLE public.a;

-- 10. CREATE view public.a
CREATE VIEW public.a (id) AS
SELECT id
   FROM public.base;

-- reverse

-- 1. DROP view public.a
DROP VIEW public.a;

-- 2. CREATE table public.a
CREATE TABLE public.a (
    id integer
);

-- 3. DROP view public.m
DROP VIEW public.m;

-- 4. CREATE materialized view public.m
CREATE MATERIALIZED VIEW public.m (id) AS
SELECT id
   FROM public.base
WITH DATA;

-- 5. DROP view public.on_b
DROP VIEW public.on_b;

-- 6. DROP table public.b, DATA_LOSS IRREVERSIBLE; loses the rows of table public.b
DROP TABLE public.b;

-- 7. CREATE view public.b
CREATE VIEW public.b (id) AS
SELECT id
   FROM public.base;

-- 8. CREATE view public.on_b
CREATE VIEW public.on_b (id) AS
SELECT id
   FROM public.b;

-- 9. DROP sequence public.c
DROP SEQUENCE public.c;

-- 10. CREATE index public.c, OUTSIDE
CREATE INDEX CONCURRENTLY c ON public.base USING btree (id);
