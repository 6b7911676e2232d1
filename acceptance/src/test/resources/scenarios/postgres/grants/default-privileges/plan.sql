-- 1. CREATE table s.fresh
CREATE TABLE s.fresh (
    id integer
);
REVOKE SELECT ON TABLE s.fresh FROM app_reader;

-- 2. CREATE function s.f()
CREATE OR REPLACE FUNCTION s.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 3. CREATE default privilege <owner>..FUNCTIONS.PUBLIC
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- 4. CREATE default privilege <owner>.s.TABLES.app_writer
ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT INSERT, SELECT ON TABLES TO app_writer;

-- 5. DROP default privilege <owner>..SEQUENCES.app_reader
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SEQUENCES FROM app_reader;

-- 6. DROP default privilege <owner>.s.TABLES.app_reader
ALTER DEFAULT PRIVILEGES IN SCHEMA s REVOKE SELECT ON TABLES FROM app_reader;

-- reverse

-- 1. CREATE default privilege <owner>..SEQUENCES.app_reader
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO app_reader;

-- 2. CREATE default privilege <owner>.s.TABLES.app_reader
ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO app_reader;

-- 3. DROP default privilege <owner>..FUNCTIONS.PUBLIC
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- 4. DROP default privilege <owner>.s.TABLES.app_writer
ALTER DEFAULT PRIVILEGES IN SCHEMA s REVOKE INSERT, SELECT ON TABLES FROM app_writer;

-- 5. DROP function s.f()
DROP FUNCTION s.f();

-- 6. DROP table s.fresh, DATA_LOSS IRREVERSIBLE; loses the rows of table s.fresh
DROP TABLE s.fresh;
