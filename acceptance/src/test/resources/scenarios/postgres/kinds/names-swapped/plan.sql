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

-- 11. CREATE function public.f()
ALTER FUNCTION public.f() RENAME TO f_plumbline_old;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'a' $function$;

-- 12. CREATE function public.g()
ALTER FUNCTION public.g() RENAME TO g_plumbline_old;
CREATE OR REPLACE FUNCTION public.g()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 13. DROP function public.f_plumbline_old(), ALONE
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
DROP FUNCTION public.f_plumbline_old();

-- 14. DROP function public.g_plumbline_old()
DROP FUNCTION public.g_plumbline_old();

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

-- 11. CREATE function public.f()
ALTER FUNCTION public.f() RENAME TO f_plumbline_old;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 12. CREATE function public.g()
ALTER FUNCTION public.g() RENAME TO g_plumbline_old;
CREATE OR REPLACE FUNCTION public.g()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'a' $function$;

-- 13. DROP function public.f_plumbline_old(), ALONE
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
DROP FUNCTION public.f_plumbline_old();

-- 14. DROP function public.g_plumbline_old()
DROP FUNCTION public.g_plumbline_old();
