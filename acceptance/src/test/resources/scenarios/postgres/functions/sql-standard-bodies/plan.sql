-- 1. CREATE column public.t.b
ALTER TABLE public.t ADD COLUMN b integer;

-- 2. DROP procedure public.ins(integer)
DROP PROCEDURE public.ins(IN integer);

-- 3. DROP function public.twice()
DROP FUNCTION public.twice();

-- 4. DROP function public.sum_a()
DROP FUNCTION public.sum_a();

-- 5. ALTER column public.t.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN a TYPE numeric USING a::numeric;

-- 6. CREATE function public.sum_a()
CREATE OR REPLACE FUNCTION public.sum_a()
 RETURNS numeric
 LANGUAGE sql
 STABLE
RETURN (SELECT sum(t.a) AS sum FROM public.t WHERE (t.b IS NULL));

-- 7. CREATE function public.twice()
CREATE OR REPLACE FUNCTION public.twice()
 RETURNS numeric
 LANGUAGE sql
 STABLE
RETURN (public.sum_a() * (2)::numeric);

-- 8. CREATE procedure public.ins(integer)
CREATE OR REPLACE PROCEDURE public.ins(IN x integer)
 LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.t (id, a, b)
   VALUES (ins.x, ins.x, ins.x);
 UPDATE public.t SET b = (t.b + 1)
   WHERE (t.id = ins.x);
END;

-- reverse

-- 1. DROP procedure public.ins(integer)
DROP PROCEDURE public.ins(IN integer);

-- 2. DROP function public.twice()
DROP FUNCTION public.twice();

-- 3. DROP function public.sum_a()
DROP FUNCTION public.sum_a();

-- 4. ALTER column public.t.a, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 5. CREATE function public.sum_a()
CREATE OR REPLACE FUNCTION public.sum_a()
 RETURNS bigint
 LANGUAGE sql
 STABLE
RETURN (SELECT sum(t.a) AS sum FROM public.t);

-- 6. CREATE function public.twice()
CREATE OR REPLACE FUNCTION public.twice()
 RETURNS bigint
 LANGUAGE sql
 STABLE
RETURN (public.sum_a() * 2);

-- 7. CREATE procedure public.ins(integer)
CREATE OR REPLACE PROCEDURE public.ins(IN x integer)
 LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.t (id, a)
   VALUES (ins.x, ins.x);
END;

-- 8. DROP column public.t.b, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.b
ALTER TABLE public.t DROP COLUMN b;
