-- 1. CREATE function public.f(text, text)
ALTER FUNCTION public.f(text) RENAME TO f_plumbline_old;
CREATE OR REPLACE FUNCTION public.f(a text, b text DEFAULT ''::text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT COST 5
AS $function$SELECT a || b$function$;

-- 2. CREATE function public.many(integer[])
CREATE OR REPLACE FUNCTION public.many(VARIADIC xs integer[])
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN cardinality(xs);

-- 3. CREATE function public.rows_of(integer)
CREATE OR REPLACE FUNCTION public.rows_of(n integer)
 RETURNS TABLE(i integer, "Wörd" text)
 LANGUAGE sql
 ROWS 5
AS $function$ SELECT n, 'x' $function$;

-- 4. CREATE procedure public.p(integer, integer)
ALTER PROCEDURE public.p(IN integer) RENAME TO p_plumbline_old;
CREATE OR REPLACE PROCEDURE public.p(IN a integer, INOUT b integer)
 LANGUAGE plpgsql
AS $procedure$ BEGIN b := a; COMMIT; END $procedure$;

-- 5. CREATE aggregate public.total(integer)
CREATE AGGREGATE public.total(integer) (initcond = '0', sfunc = int4pl, stype = integer);

-- 6. DROP constraint public.t.c
ALTER TABLE public.t DROP CONSTRAINT c;

-- 7. DROP index public.t_f
DROP INDEX public.t_f;

-- 8. DROP view public.v
DROP VIEW public.v;

-- 9. DROP column default public.t.a
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- 10. CREATE function public.f(integer)
ALTER FUNCTION public.f(integer) RENAME TO f_plumbline_old;
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a::bigint$function$;

-- 11. CREATE index public.t_f, OUTSIDE
CREATE INDEX CONCURRENTLY t_f ON public.t USING btree (public.f(a));

-- 12. CREATE constraint public.t.c, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT c CHECK ((public.f(a) > 0)) NOT VALID;

-- 13. ALTER constraint public.t.c, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT c;

-- 14. CREATE grant to PUBLIC on function public.f(integer)
REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

-- 15. CREATE function public.g(integer, integer)
ALTER FUNCTION public.g(integer, integer) RENAME TO g_plumbline_old;
CREATE OR REPLACE FUNCTION public.g(a integer, b integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ BEGIN RETURN a - b; END $function$;

-- 16. CREATE column default public.t.a
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.g(1, 1);

-- 17. CREATE comment on function public.g(integer, integer)
COMMENT ON FUNCTION public.g(integer, integer) IS 'adds';

-- 18. CREATE grant to app_reader on function public.g(integer, integer)
GRANT EXECUTE ON FUNCTION public.g(integer, integer) TO app_reader;

-- 19. DROP function public.gone()
DROP FUNCTION public.gone();

-- 20. CREATE function public.h()
ALTER FUNCTION public.h() RENAME TO h_plumbline_old;
CREATE OR REPLACE FUNCTION public.h(OUT x integer, OUT y text)
 RETURNS record
 LANGUAGE sql
AS $function$ SELECT 1, 'a' $function$;

-- 21. CREATE view public.v
CREATE VIEW public.v (fa, y, sum) AS
SELECT public.f(a) AS fa,
    (public.h()).y AS y,
    public.total(id) OVER () AS sum
   FROM public.t;

-- 22. DROP function public.f_plumbline_old(integer), ALONE
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
DROP FUNCTION public.f_plumbline_old(integer);

-- 23. DROP procedure public.p_plumbline_old(integer)
DROP PROCEDURE public.p_plumbline_old(IN integer);

-- 24. DROP function public.f_plumbline_old(text)
DROP FUNCTION public.f_plumbline_old(text);

-- 25. DROP function public.g_plumbline_old(integer, integer)
DROP FUNCTION public.g_plumbline_old(integer, integer);

-- 26. DROP function public.h_plumbline_old()
DROP FUNCTION public.h_plumbline_old();

-- reverse

-- 1. CREATE function public.f(text)
ALTER FUNCTION public.f(text, text) RENAME TO f_plumbline_old;
CREATE OR REPLACE FUNCTION public.f(a text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a$function$;

-- 2. ALTER function public.g(integer, integer)
CREATE OR REPLACE FUNCTION public.g(a integer, b integer DEFAULT 1)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN a + b; END $function$;

-- 3. CREATE function public.gone()
CREATE OR REPLACE FUNCTION public.gone()
 RETURNS void
 LANGUAGE sql
AS $function$$function$;

-- 4. CREATE procedure public.p(integer)
ALTER PROCEDURE public.p(IN integer, integer) RENAME TO p_plumbline_old;
CREATE OR REPLACE PROCEDURE public.p(IN a integer)
 LANGUAGE plpgsql
AS $procedure$ BEGIN NULL; END $procedure$;

-- 5. ALTER column default public.t.a
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.g(1);

-- 6. DROP constraint public.t.c
ALTER TABLE public.t DROP CONSTRAINT c;

-- 7. DROP index public.t_f
DROP INDEX public.t_f;

-- 8. DROP view public.v
DROP VIEW public.v;

-- 9. DROP aggregate public.total(integer)
DROP AGGREGATE public.total(integer);

-- 10. CREATE function public.f(integer)
ALTER FUNCTION public.f(integer) RENAME TO f_plumbline_old;
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a$function$;

-- 11. CREATE index public.t_f, OUTSIDE
CREATE INDEX CONCURRENTLY t_f ON public.t USING btree (public.f(a));

-- 12. CREATE constraint public.t.c, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT c CHECK ((public.f(a) > 0)) NOT VALID;

-- 13. ALTER constraint public.t.c, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT c;

-- 14. CREATE grant to PUBLIC on function public.f(integer)
REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

-- 15. CREATE function public.h()
ALTER FUNCTION public.h() RENAME TO h_plumbline_old;
CREATE OR REPLACE FUNCTION public.h(OUT x integer, OUT y integer)
 RETURNS record
 LANGUAGE sql
AS $function$SELECT 1, 2$function$;

-- 16. CREATE view public.v
CREATE VIEW public.v (fa, y) AS
SELECT public.f(a) AS fa,
    (public.h()).y AS y
   FROM public.t;

-- 17. DROP function public.f_plumbline_old(integer), ALONE
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
DROP FUNCTION public.f_plumbline_old(integer);

-- 18. DROP procedure public.p_plumbline_old(integer, integer)
DROP PROCEDURE public.p_plumbline_old(IN integer, integer);

-- 19. DROP function public.f_plumbline_old(text, text)
DROP FUNCTION public.f_plumbline_old(text, text);

-- 20. DROP function public.h_plumbline_old()
DROP FUNCTION public.h_plumbline_old();

-- 21. DROP function public.many(integer[])
DROP FUNCTION public.many(integer[]);

-- 22. DROP function public.rows_of(integer)
DROP FUNCTION public.rows_of(integer);
