CREATE TABLE public.archive (id integer, note text);
ALTER TABLE public.archive OWNER TO app_owner;
GRANT SELECT ON public.archive TO app_reader;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON public.archive FROM app_owner;
CREATE FUNCTION public.secret() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION public.secret() OWNER TO app_owner;
