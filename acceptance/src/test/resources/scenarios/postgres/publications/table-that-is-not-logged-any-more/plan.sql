-- 1. ALTER publication of_both
ALTER PUBLICATION of_both SET TABLE ONLY public.b;

-- 2. DROP publication of_one
DROP PUBLICATION of_one;

-- 3. ALTER table public.a, REWRITE
ALTER TABLE public.a SET UNLOGGED;

-- reverse

-- 1. ALTER table public.a
ALTER TABLE public.a SET LOGGED;

-- 2. ALTER publication of_both
ALTER PUBLICATION of_both SET TABLE ONLY public.a, ONLY public.b;

-- 3. CREATE publication of_one
CREATE PUBLICATION of_one FOR TABLE ONLY public.a WITH (publish = 'insert, update, delete, truncate');
