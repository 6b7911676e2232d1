-- 1. CREATE procedure public.made(integer, integer)
CREATE OR REPLACE PROCEDURE public.made(OUT a integer, IN b integer, IN c integer)
 LANGUAGE sql
AS $procedure$SELECT b - c$procedure$;

-- 2. CREATE procedure public.made(integer, integer, integer)
CREATE OR REPLACE PROCEDURE public.made(IN a integer, IN b integer, IN c integer)
 LANGUAGE sql
AS $procedure$SELECT a + b - c$procedure$;

-- 3. CREATE comment on procedure public.counted(integer, integer)
COMMENT ON PROCEDURE public.counted(IN integer, integer) IS 'two in, one out';

-- 4. CREATE comment on procedure public.counted(integer, integer, integer)
COMMENT ON PROCEDURE public.counted(IN integer, integer, integer) IS 'three in';

-- 5. CREATE comment on procedure public.made(integer, integer, integer)
COMMENT ON PROCEDURE public.made(IN integer, integer, integer) IS 'three in';

-- 6. CREATE grant to PUBLIC on procedure public.made(integer, integer, integer)
REVOKE EXECUTE ON PROCEDURE public.made(IN integer, integer, integer) FROM PUBLIC;

-- 7. CREATE grant to app_reader on procedure public.counted(integer, integer, integer)
GRANT EXECUTE ON PROCEDURE public.counted(IN integer, integer, integer) TO app_reader;

-- 8. DROP procedure public.gone(integer, integer)
DROP PROCEDURE public.gone(IN integer, integer);

-- 9. DROP procedure public.gone(integer, integer, integer)
DROP PROCEDURE public.gone(IN integer, integer, integer);

-- reverse

-- 1. CREATE procedure public.gone(integer, integer)
CREATE OR REPLACE PROCEDURE public.gone(OUT a integer, IN b integer, IN c integer)
 LANGUAGE sql
AS $procedure$SELECT b - c$procedure$;

-- 2. CREATE procedure public.gone(integer, integer, integer)
CREATE OR REPLACE PROCEDURE public.gone(IN a integer, IN b integer, IN c integer)
 LANGUAGE sql
AS $procedure$SELECT a + b - c$procedure$;

-- 3. DROP grant to app_reader on procedure public.counted(integer, integer, integer), AUTHORIZATION
REVOKE EXECUTE ON PROCEDURE public.counted(IN integer, integer, integer) FROM app_reader;

-- 4. DROP comment on procedure public.counted(integer, integer)
COMMENT ON PROCEDURE public.counted(IN integer, integer) IS NULL;

-- 5. DROP comment on procedure public.counted(integer, integer, integer)
COMMENT ON PROCEDURE public.counted(IN integer, integer, integer) IS NULL;

-- 6. DROP procedure public.made(integer, integer)
DROP PROCEDURE public.made(IN integer, integer);

-- 7. DROP procedure public.made(integer, integer, integer)
DROP PROCEDURE public.made(IN integer, integer, integer);
