-- 1. ALTER function public.f(integer)
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL RESTRICTED STRICT SECURITY DEFINER LEAKPROOF COST 7
 SET search_path TO 'public, pg_temp'
 SET work_mem TO '8MB'
 SET "DateStyle" TO 'ISO, DMY'
AS $function$ BEGIN RETURN a; END $function$;

-- 2. CREATE function public.poly(anycompatible, anycompatible)
CREATE OR REPLACE FUNCTION public.poly(a anycompatible, b anycompatible)
 RETURNS anycompatiblearray
 LANGUAGE sql
AS $function$SELECT ARRAY[a, b]$function$;

-- 3. ALTER function public.s(integer)
CREATE OR REPLACE FUNCTION public.s(a integer)
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE PARALLEL SAFE COST 50 ROWS 3
AS $function$SELECT a$function$;

-- 4. ALTER function public.std(integer)
CREATE OR REPLACE FUNCTION public.std(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT (a + 2);
END;

-- 5. ALTER function public.w()
CREATE OR REPLACE FUNCTION public.w()
 RETURNS bigint
 LANGUAGE internal
 WINDOW IMMUTABLE
AS $function$window_rank$function$;

-- 6. CREATE procedure public.p(integer, text)
CREATE OR REPLACE PROCEDURE public.p(IN a integer DEFAULT 2, IN b text DEFAULT 'it''s \ "quoted"'::text)
 LANGUAGE plpgsql
 SECURITY DEFINER
AS $procedure$ BEGIN COMMIT; END $procedure$;

-- 7. DROP procedure public.p(integer)
DROP PROCEDURE public.p(IN integer);

-- 8. DROP function public.named(integer, text)
DROP FUNCTION public.named(integer, text);

-- 9. CREATE function public.named(integer, text)
CREATE OR REPLACE FUNCTION public.named(a integer, c text DEFAULT 'y'::text)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT c$function$;

-- 10. DROP function public.poly(anyelement)
DROP FUNCTION public.poly(anyelement);

-- 11. DROP function public.ret(integer)
DROP FUNCTION public.ret(integer);

-- 12. CREATE function public.ret(integer)
CREATE OR REPLACE FUNCTION public.ret(a integer)
 RETURNS TABLE(x integer, y text, z integer)
 LANGUAGE sql
AS $function$ SELECT a, 'y', 1 $function$;

-- reverse

-- 1. ALTER function public.f(integer)
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN a; END $function$;

-- 2. CREATE function public.poly(anyelement)
CREATE OR REPLACE FUNCTION public.poly(a anyelement)
 RETURNS anyarray
 LANGUAGE sql
AS $function$SELECT ARRAY[a]$function$;

-- 3. ALTER function public.s(integer)
CREATE OR REPLACE FUNCTION public.s(a integer)
 RETURNS SETOF integer
 LANGUAGE sql
AS $function$SELECT a$function$;

-- 4. ALTER function public.std(integer)
CREATE OR REPLACE FUNCTION public.std(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN (a + 1);

-- 5. ALTER function public.w()
CREATE OR REPLACE FUNCTION public.w()
 RETURNS bigint
 LANGUAGE internal
 WINDOW
AS $function$window_row_number$function$;

-- 6. CREATE procedure public.p(integer)
CREATE OR REPLACE PROCEDURE public.p(IN a integer DEFAULT 1)
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

-- 7. DROP procedure public.p(integer, text)
DROP PROCEDURE public.p(IN integer, text);

-- 8. DROP function public.named(integer, text)
DROP FUNCTION public.named(integer, text);

-- 9. CREATE function public.named(integer, text)
CREATE OR REPLACE FUNCTION public.named(a integer, b text DEFAULT 'x'::text)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT b$function$;

-- 10. DROP function public.poly(anycompatible, anycompatible)
DROP FUNCTION public.poly(anycompatible, anycompatible);

-- 11. DROP function public.ret(integer)
DROP FUNCTION public.ret(integer);

-- 12. CREATE function public.ret(integer)
CREATE OR REPLACE FUNCTION public.ret(a integer)
 RETURNS TABLE(x integer, y text)
 LANGUAGE sql
AS $function$ SELECT a, 'y' $function$;
