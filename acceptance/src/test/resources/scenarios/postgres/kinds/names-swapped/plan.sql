-- 1. ALTER index public.i1
ALTER INDEX public.i1 RENAME TO i1_plumbline_old;

-- 2. CREATE index public.i1, OUTSIDE
CREATE INDEX CONCURRENTLY i1 ON public.t USING btree (b);

-- 3. ALTER index public.i2
ALTER INDEX public.i2 RENAME TO i2_plumbline_old;

-- 4. CREATE index public.i2, OUTSIDE
CREATE INDEX CONCURRENTLY i2 ON public.t USING btree (a);

-- 5. DROP index public.i1_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.i1_plumbline_old;

-- 6. DROP index public.i2_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.i2_plumbline_old;

-- 7. DROP view public.v
DROP VIEW public.v;

-- 8. CREATE view public.v
CREATE VIEW public.v (b) AS
SELECT b
   FROM public.t;

-- 9. DROP view public.w
DROP VIEW public.w;

-- 10. CREATE view public.w
CREATE VIEW public.w (a) AS
SELECT a
   FROM public.t;

-- 11. DROP function public.f()
DROP FUNCTION public.f();

-- 12. CREATE function public.f()
CREATE OR REPLACE FUNCTION public.f()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'a' $function$;

-- 13. DROP function public.g()
DROP FUNCTION public.g();

-- 14. CREATE function public.g()
CREATE OR REPLACE FUNCTION public.g()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- reverse

-- 1. ALTER index public.i1
ALTER INDEX public.i1 RENAME TO i1_plumbline_old;

-- 2. CREATE index public.i1, OUTSIDE
CREATE INDEX CONCURRENTLY i1 ON public.t USING btree (a);

-- 3. ALTER index public.i2
ALTER INDEX public.i2 RENAME TO i2_plumbline_old;

-- 4. CREATE index public.i2, OUTSIDE
CREATE INDEX CONCURRENTLY i2 ON public.t USING btree (b);

-- 5. DROP index public.i1_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.i1_plumbline_old;

-- 6. DROP index public.i2_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.i2_plumbline_old;

-- 7. DROP view public.v
DROP VIEW public.v;

-- 8. CREATE view public.v
CREATE VIEW public.v (a) AS
SELECT a
   FROM public.t;

-- 9. DROP view public.w
DROP VIEW public.w;

-- 10. CREATE view public.w
CREATE VIEW public.w (b) AS
SELECT b
   FROM public.t;

-- 11. DROP function public.f()
DROP FUNCTION public.f();

-- 12. CREATE function public.f()
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 13. DROP function public.g()
DROP FUNCTION public.g();

-- 14. CREATE function public.g()
CREATE OR REPLACE FUNCTION public.g()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'a' $function$;
