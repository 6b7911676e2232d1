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
ALTER FUNCTION public.poly(anyelement) RENAME TO poly_plumbline_old;
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
ALTER PROCEDURE public.p(IN integer) RENAME TO p_plumbline_old;
CREATE OR REPLACE PROCEDURE public.p(IN a integer DEFAULT 2, IN b text DEFAULT 'it''s \ "quoted"'::text)
 LANGUAGE plpgsql
 SECURITY DEFINER
AS $procedure$ BEGIN COMMIT; END $procedure$;

-- 7. CREATE function public.named(integer, text)
ALTER FUNCTION public.named(integer, text) RENAME TO named_plumbline_old;
CREATE OR REPLACE FUNCTION public.named(a integer, c text DEFAULT 'y'::text)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT c$function$;

-- 8. CREATE function public.ret(integer)
ALTER FUNCTION public.ret(integer) RENAME TO ret_plumbline_old;
CREATE OR REPLACE FUNCTION public.ret(a integer)
 RETURNS TABLE(x integer, y text, z integer)
 LANGUAGE sql
AS $function$ SELECT a, 'y', 1 $function$;

-- 9. DROP function public.named_plumbline_old(integer, text), ALONE
DO $$
DECLARE
  earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
    JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
      AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
  patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
BEGIN
  WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
    PERFORM pg_catalog.pg_sleep(0.02);
  END LOOP;
END
$$;
DROP FUNCTION public.named_plumbline_old(integer, text);

-- 10. DROP procedure public.p_plumbline_old(integer)
DROP PROCEDURE public.p_plumbline_old(IN integer);

-- 11. DROP function public.poly_plumbline_old(anyelement)
DROP FUNCTION public.poly_plumbline_old(anyelement);

-- 12. DROP function public.ret_plumbline_old(integer)
DROP FUNCTION public.ret_plumbline_old(integer);

-- reverse

-- 1. ALTER function public.f(integer)
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN a; END $function$;

-- 2. CREATE function public.poly(anyelement)
ALTER FUNCTION public.poly(anycompatible, anycompatible) RENAME TO poly_plumbline_old;
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
ALTER PROCEDURE public.p(IN integer, text) RENAME TO p_plumbline_old;
CREATE OR REPLACE PROCEDURE public.p(IN a integer DEFAULT 1)
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

-- 7. CREATE function public.named(integer, text)
ALTER FUNCTION public.named(integer, text) RENAME TO named_plumbline_old;
CREATE OR REPLACE FUNCTION public.named(a integer, b text DEFAULT 'x'::text)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT b$function$;

-- 8. CREATE function public.ret(integer)
ALTER FUNCTION public.ret(integer) RENAME TO ret_plumbline_old;
CREATE OR REPLACE FUNCTION public.ret(a integer)
 RETURNS TABLE(x integer, y text)
 LANGUAGE sql
AS $function$ SELECT a, 'y' $function$;

-- 9. DROP function public.named_plumbline_old(integer, text), ALONE
DO $$
DECLARE
  earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
    JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
      AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
  patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
BEGIN
  WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
    PERFORM pg_catalog.pg_sleep(0.02);
  END LOOP;
END
$$;
DROP FUNCTION public.named_plumbline_old(integer, text);

-- 10. DROP procedure public.p_plumbline_old(integer, text)
DROP PROCEDURE public.p_plumbline_old(IN integer, text);

-- 11. DROP function public.poly_plumbline_old(anycompatible, anycompatible)
DROP FUNCTION public.poly_plumbline_old(anycompatible, anycompatible);

-- 12. DROP function public.ret_plumbline_old(integer)
DROP FUNCTION public.ret_plumbline_old(integer);
