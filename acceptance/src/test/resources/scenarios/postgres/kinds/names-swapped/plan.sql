-- 1. DROP index public.i1, OUTSIDE
DROP INDEX CONCURRENTLY public.i1;

-- 2. CREATE index public.i1, OUTSIDE
CREATE INDEX CONCURRENTLY i1 ON public.t USING btree (b);

-- 3. DROP index public.i2, OUTSIDE
DROP INDEX CONCURRENTLY public.i2;

-- 4. CREATE index public.i2, OUTSIDE
CREATE INDEX CONCURRENTLY i2 ON public.t USING btree (a);

-- 5. DROP view public.v
DROP VIEW public.v;

-- 6. CREATE view public.v
CREATE VIEW public.v (b) AS
SELECT b
   FROM public.t;

-- 7. DROP view public.w
DROP VIEW public.w;

-- 8. CREATE view public.w
CREATE VIEW public.w (a) AS
SELECT a
   FROM public.t;

-- 9. DROP function public.f()
DROP FUNCTION public.f();

-- 10. CREATE function public.f()
CREATE OR REPLACE FUNCTION public.f()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'a' $function$;

-- 11. DROP function public.g()
DROP FUNCTION public.g();

-- 12. CREATE function public.g()
CREATE OR REPLACE FUNCTION public.g()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- reverse

-- 1. DROP index public.i1, OUTSIDE
DROP INDEX CONCURRENTLY public.i1;

-- 2. CREATE index public.i1, OUTSIDE
CREATE INDEX CONCURRENTLY i1 ON public.t USING btree (a);

-- 3. DROP index public.i2, OUTSIDE
DROP INDEX CONCURRENTLY public.i2;

-- 4. CREATE index public.i2, OUTSIDE
CREATE INDEX CONCURRENTLY i2 ON public.t USING btree (b);

-- 5. DROP view public.v
DROP VIEW public.v;

-- 6. CREATE view public.v
CREATE VIEW public.v (a) AS
SELECT a
   FROM public.t;

-- 7. DROP view public.w
DROP VIEW public.w;

-- 8. CREATE view public.w
CREATE VIEW public.w (b) AS
SELECT b
   FROM public.t;

-- 9. DROP function public.f()
DROP FUNCTION public.f();

-- 10. CREATE function public.f()
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 11. DROP function public.g()
DROP FUNCTION public.g();

-- 12. CREATE function public.g()
CREATE OR REPLACE FUNCTION public.g()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'a' $function$;
