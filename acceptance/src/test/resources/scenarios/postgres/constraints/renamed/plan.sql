-- 1. RENAME enum type public.letters
ALTER TYPE public.e RENAME TO letters;

-- 2. RENAME domain public.whole
ALTER DOMAIN public.d RENAME TO whole;

-- 3. RENAME sequence public.numbers
ALTER SEQUENCE public.s RENAME TO numbers;

-- 4. RENAME function public.same(integer)
ALTER FUNCTION public.f(integer) RENAME TO same;

-- 5. RENAME view public.c_view
ALTER VIEW public.v RENAME TO c_view;

-- 6. RENAME index public.c_p
ALTER INDEX public.i RENAME TO c_p;

-- 7. RENAME constraint public.c.c_fk
ALTER TABLE public.c RENAME CONSTRAINT fk TO c_fk;

-- 8. RENAME constraint public.p.p_chk
ALTER TABLE public.p RENAME CONSTRAINT chk TO p_chk;

-- 9. RENAME constraint public.p.p_pk
ALTER TABLE public.p RENAME CONSTRAINT pk TO p_pk;

-- 10. RENAME trigger public.c.c_t
ALTER TRIGGER t ON public.c RENAME TO c_t;

-- 11. RENAME policy public.c.c_policy
ALTER POLICY pol ON public.c RENAME TO c_policy;

-- reverse

-- 1. RENAME policy public.c.pol
ALTER POLICY c_policy ON public.c RENAME TO pol;

-- 2. RENAME trigger public.c.t
ALTER TRIGGER c_t ON public.c RENAME TO t;

-- 3. RENAME constraint public.p.pk
ALTER TABLE public.p RENAME CONSTRAINT p_pk TO pk;

-- 4. RENAME constraint public.p.chk
ALTER TABLE public.p RENAME CONSTRAINT p_chk TO chk;

-- 5. RENAME constraint public.c.fk
ALTER TABLE public.c RENAME CONSTRAINT c_fk TO fk;

-- 6. RENAME index public.i
ALTER INDEX public.c_p RENAME TO i;

-- 7. RENAME view public.v
ALTER VIEW public.c_view RENAME TO v;

-- 8. RENAME function public.f(integer)
ALTER FUNCTION public.same(integer) RENAME TO f;

-- 9. RENAME sequence public.s
ALTER SEQUENCE public.numbers RENAME TO s;

-- 10. RENAME domain public.d
ALTER DOMAIN public.whole RENAME TO d;

-- 11. RENAME enum type public.e
ALTER TYPE public.letters RENAME TO e;
