-- 1. CREATE grant to <owner> on table public.archive
REVOKE DELETE, INSERT, TRUNCATE, UPDATE ON TABLE public.archive FROM app_owner;

-- 2. DROP grant to <owner> on function public.secret(), AUTHORIZATION
GRANT EXECUTE ON FUNCTION public.secret() TO app_owner;

-- reverse

-- 1. CREATE grant to <owner> on function public.secret()
REVOKE EXECUTE ON FUNCTION public.secret() FROM app_owner;

-- 2. DROP grant to <owner> on table public.archive, AUTHORIZATION
GRANT DELETE, INSERT, TRUNCATE, UPDATE ON TABLE public.archive TO app_owner;
