-- 1. CREATE foreign-data wrapper added
CREATE FOREIGN DATA WRAPPER added OPTIONS ("It's" 'o''clock');

-- 2. ALTER foreign-data wrapper w
ALTER FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator OPTIONS (DROP a, DROP b);

-- 3. ALTER server changed
ALTER SERVER changed VERSION '2' OPTIONS (DROP port, ADD dbname 'd', SET host 'there');

-- 4. CREATE server fresh
CREATE SERVER fresh TYPE 't' VERSION '3' FOREIGN DATA WRAPPER added OPTIONS (x 'y');

-- 5. ALTER user mapping for PUBLIC on changed
ALTER USER MAPPING FOR PUBLIC SERVER changed OPTIONS (SET "user" 'you');

-- 6. CREATE user mapping for app_writer on fresh
CREATE USER MAPPING FOR app_writer SERVER fresh OPTIONS (name 'n');

-- 7. CREATE comment on foreign-data wrapper w
COMMENT ON FOREIGN DATA WRAPPER w IS 'wrapper';

-- 8. ALTER comment on server changed
COMMENT ON SERVER changed IS 'elsewhere';

-- 9. CREATE grant to app_writer on foreign-data wrapper added
GRANT USAGE ON FOREIGN DATA WRAPPER added TO app_writer;

-- 10. CREATE grant to app_writer on server changed
GRANT USAGE ON FOREIGN SERVER changed TO app_writer;

-- 11. DROP grant to app_reader on server changed, AUTHORIZATION
REVOKE USAGE ON FOREIGN SERVER changed FROM app_reader;

-- 12. DROP foreign table public.far
DROP FOREIGN TABLE public.far;

-- 13. DROP user mapping for app_reader on again
DROP USER MAPPING FOR app_reader SERVER again;

-- 14. DROP user mapping for app_reader on goes
DROP USER MAPPING FOR app_reader SERVER goes;

-- 15. DROP server again
DROP SERVER again;

-- 16. CREATE server again
CREATE SERVER again TYPE 'y' FOREIGN DATA WRAPPER w;

-- 17. CREATE user mapping for app_reader on again
CREATE USER MAPPING FOR app_reader SERVER again OPTIONS ("user" 'r');

-- 18. CREATE foreign table public.far
CREATE FOREIGN TABLE public.far (
    id integer
) SERVER again;

-- 19. DROP server goes
DROP SERVER goes;

-- 20. DROP foreign-data wrapper gone
DROP FOREIGN DATA WRAPPER gone;

-- reverse

-- 1. CREATE foreign-data wrapper gone
CREATE FOREIGN DATA WRAPPER gone;

-- 2. ALTER foreign-data wrapper w
ALTER FOREIGN DATA WRAPPER w NO VALIDATOR OPTIONS (ADD a '1', ADD b '2');

-- 3. ALTER server changed
ALTER SERVER changed VERSION '1' OPTIONS (DROP dbname, SET host 'here', ADD port '1');

-- 4. CREATE server goes
CREATE SERVER goes FOREIGN DATA WRAPPER gone;

-- 5. ALTER user mapping for PUBLIC on changed
ALTER USER MAPPING FOR PUBLIC SERVER changed OPTIONS (SET "user" 'me');

-- 6. CREATE user mapping for app_reader on goes
CREATE USER MAPPING FOR app_reader SERVER goes;

-- 7. ALTER comment on server changed
COMMENT ON SERVER changed IS 'there';

-- 8. CREATE grant to app_reader on server changed
GRANT USAGE ON FOREIGN SERVER changed TO app_reader;

-- 9. DROP grant to app_writer on server changed, AUTHORIZATION
REVOKE USAGE ON FOREIGN SERVER changed FROM app_writer;

-- 10. DROP comment on foreign-data wrapper w
COMMENT ON FOREIGN DATA WRAPPER w IS NULL;

-- 11. DROP foreign table public.far
DROP FOREIGN TABLE public.far;

-- 12. DROP user mapping for app_reader on again
DROP USER MAPPING FOR app_reader SERVER again;

-- 13. DROP user mapping for app_writer on fresh
DROP USER MAPPING FOR app_writer SERVER fresh;

-- 14. DROP server again
DROP SERVER again;

-- 15. CREATE server again
CREATE SERVER again TYPE 'x' FOREIGN DATA WRAPPER w;

-- 16. CREATE user mapping for app_reader on again
CREATE USER MAPPING FOR app_reader SERVER again OPTIONS ("user" 'r');

-- 17. CREATE foreign table public.far
CREATE FOREIGN TABLE public.far (
    id integer
) SERVER again;

-- 18. DROP server fresh
DROP SERVER fresh;

-- 19. DROP foreign-data wrapper added
DROP FOREIGN DATA WRAPPER added;
