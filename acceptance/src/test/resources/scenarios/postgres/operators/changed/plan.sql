-- 1. ALTER operator public.===(integer,text)
ALTER OPERATOR public.=== (integer,text) SET (RESTRICT = neqsel, JOIN = eqjoinsel);

-- 2. CREATE operator public.~~~~(text,integer)
CREATE OPERATOR public.~~~~ (FUNCTION = public.same, LEFTARG = text, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.~~~));

-- 3. CREATE function public.differs(integer, text)
CREATE OR REPLACE FUNCTION public.differs(a integer, b text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT $1::text <> $2 $function$;

-- 4. CREATE operator public.!~~~(integer,text)
CREATE OPERATOR public.!~~~ (FUNCTION = public.differs, LEFTARG = integer, RIGHTARG = text, NEGATOR = OPERATOR(public.~~~));

-- 5. ALTER comment on operator public.===(integer,text)
COMMENT ON OPERATOR public.=== (integer,text) IS 'the same';

-- 6. DROP view public.v
DROP VIEW public.v;

-- 7. DROP operator public.@@/(NONE,integer)
DROP OPERATOR public.@@/ (NONE,integer);

-- 8. DROP function public.halved(integer)
DROP FUNCTION public.halved(integer);

-- 9. DROP operator public.~~~(integer,text)
DROP OPERATOR public.~~~ (integer,text);

-- 10. CREATE operator public.~~~(integer,text)
CREATE OPERATOR public.~~~ (FUNCTION = public.same, LEFTARG = integer, RIGHTARG = text, COMMUTATOR = OPERATOR(public.~~~~), NEGATOR = OPERATOR(public.!~~~), HASHES, MERGES);

-- 11. CREATE view public.v
CREATE VIEW public.v (id) AS
SELECT id
   FROM public.t
  WHERE (id OPERATOR(public.~~~) x);

-- reverse

-- 1. ALTER operator public.===(integer,text)
ALTER OPERATOR public.=== (integer,text) SET (RESTRICT = eqsel, JOIN = NONE);

-- 2. CREATE function public.halved(integer)
CREATE OR REPLACE FUNCTION public.halved(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT $1 / 2 $function$;

-- 3. CREATE operator public.@@/(NONE,integer)
CREATE OPERATOR public.@@/ (FUNCTION = public.halved, RIGHTARG = integer);

-- 4. ALTER comment on operator public.===(integer,text)
COMMENT ON OPERATOR public.=== (integer,text) IS 'same';

-- 5. DROP view public.v
DROP VIEW public.v;

-- 6. DROP operator public.!~~~(integer,text)
DROP OPERATOR public.!~~~ (integer,text);

-- 7. DROP function public.differs(integer, text)
DROP FUNCTION public.differs(integer, text);

-- 8. DROP operator public.~~~(integer,text)
DROP OPERATOR public.~~~ (integer,text);

-- 9. CREATE operator public.~~~(integer,text)
CREATE OPERATOR public.~~~ (FUNCTION = public.same, LEFTARG = integer, RIGHTARG = text);

-- 10. CREATE view public.v
CREATE VIEW public.v (id) AS
SELECT id
   FROM public.t
  WHERE (id OPERATOR(public.~~~) x);

-- 11. DROP operator public.~~~~(text,integer)
DROP OPERATOR public.~~~~ (text,integer);
