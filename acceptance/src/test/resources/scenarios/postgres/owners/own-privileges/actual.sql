CREATE TABLE public.archive (id integer, note text);
ALTER TABLE public.archive OWNER TO app_owner;
GRANT SELECT ON public.archive TO app_reader;
CREATE FUNCTION public.secret() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION public.secret() OWNER TO app_owner;
REVOKE EXECUTE ON FUNCTION public.secret() FROM app_owner;
