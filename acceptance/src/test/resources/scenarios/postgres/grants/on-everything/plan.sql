-- 1. CREATE procedure public.pr()
CREATE OR REPLACE PROCEDURE public.pr()
 LANGUAGE sql
AS $procedure$$procedure$;

-- 2. CREATE aggregate public.ag(integer)
CREATE AGGREGATE public.ag(integer) (sfunc = int4pl, stype = integer);

-- 3. CREATE materialized view public.mv
CREATE MATERIALIZED VIEW public.mv (id) AS
SELECT id
   FROM public.t
WITH DATA;

-- 4. CREATE grant to PUBLIC on aggregate public.ag(integer)
REVOKE EXECUTE ON FUNCTION public.ag(integer) FROM PUBLIC;

-- 5. CREATE grant to PUBLIC on composite type public.c
REVOKE USAGE ON TYPE public.c FROM PUBLIC;

-- 6. CREATE grant to PUBLIC on enum type public.e
REVOKE USAGE ON TYPE public.e FROM PUBLIC;

-- 7. CREATE grant to PUBLIC on function public.f()
REVOKE EXECUTE ON FUNCTION public.f() FROM PUBLIC;

-- 8. CREATE grant to PUBLIC on procedure public.pr()
REVOKE EXECUTE ON PROCEDURE public.pr() FROM PUBLIC;

-- 9. CREATE grant to PUBLIC on table public.t
GRANT SELECT ON TABLE public.t TO PUBLIC;

-- 10. CREATE grant to app_owner on foreign-data wrapper w
GRANT USAGE ON FOREIGN DATA WRAPPER w TO app_owner;

-- 11. CREATE grant to app_owner on function public.f()
GRANT EXECUTE ON FUNCTION public.f() TO app_owner;

-- 12. CREATE grant to app_reader on aggregate public.ag(integer)
GRANT EXECUTE ON FUNCTION public.ag(integer) TO app_reader;

-- 13. ALTER grant to app_reader on column public.v.id, AUTHORIZATION
REVOKE SELECT (id) ON TABLE public.v FROM app_reader;
GRANT INSERT (id) ON TABLE public.v TO app_reader;

-- 14. CREATE grant to app_reader on column public.v.n
GRANT SELECT (n) ON TABLE public.v TO app_reader;

-- 15. CREATE grant to app_reader on domain public.d
GRANT USAGE ON DOMAIN public.d TO app_reader;

-- 16. CREATE grant to app_reader on enum type public.e
GRANT USAGE ON TYPE public.e TO app_reader;

-- 17. CREATE grant to app_reader on foreign table public.ft
GRANT SELECT ON TABLE public.ft TO app_reader;

-- 18. CREATE grant to app_reader on materialized view public.mv
GRANT SELECT ON TABLE public.mv TO app_reader;

-- 19. ALTER grant to app_reader on table public.t, AUTHORIZATION
REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM app_reader;
GRANT REFERENCES ON TABLE public.t TO app_reader;
GRANT UPDATE (n) ON TABLE public.t TO app_reader;

-- 20. CREATE grant to app_reader on column public.t.id
GRANT INSERT (id), UPDATE (id) ON TABLE public.t TO app_reader;

-- 21. ALTER grant to app_reader on column public.t.n, AUTHORIZATION
REVOKE GRANT OPTION FOR UPDATE (n) ON TABLE public.t FROM app_reader;

-- 22. CREATE grant to app_writer on column public.ft.a
GRANT UPDATE (a) ON TABLE public.ft TO app_writer;

-- 23. CREATE grant to app_writer on column public.mv.id
GRANT SELECT (id) ON TABLE public.mv TO app_writer;

-- 24. CREATE grant to app_writer on schema s
GRANT CREATE, USAGE ON SCHEMA s TO app_writer WITH GRANT OPTION;

-- 25. ALTER grant to app_writer on sequence public.q, AUTHORIZATION
GRANT SELECT, UPDATE ON SEQUENCE public.q TO app_writer;

-- 26. DROP grant to <owner> on table public.t, AUTHORIZATION
GRANT DELETE ON TABLE public.t TO CURRENT_USER;

-- 27. DROP grant to app_reader on server sv, AUTHORIZATION
REVOKE USAGE ON FOREIGN SERVER sv FROM app_reader;

-- reverse

-- 1. CREATE grant to <owner> on table public.t
REVOKE DELETE ON TABLE public.t FROM CURRENT_USER;

-- 2. ALTER grant to app_reader on column public.v.id, AUTHORIZATION
REVOKE INSERT (id) ON TABLE public.v FROM app_reader;
GRANT SELECT (id) ON TABLE public.v TO app_reader;

-- 3. CREATE grant to app_reader on server sv
GRANT USAGE ON FOREIGN SERVER sv TO app_reader;

-- 4. ALTER grant to app_reader on table public.t, AUTHORIZATION
REVOKE REFERENCES ON TABLE public.t FROM app_reader;
GRANT SELECT ON TABLE public.t TO app_reader WITH GRANT OPTION;
GRANT UPDATE (n) ON TABLE public.t TO app_reader WITH GRANT OPTION;

-- 5. ALTER grant to app_reader on column public.t.n, AUTHORIZATION
GRANT UPDATE (n) ON TABLE public.t TO app_reader WITH GRANT OPTION;

-- 6. ALTER grant to app_writer on sequence public.q, AUTHORIZATION
REVOKE SELECT, UPDATE ON SEQUENCE public.q FROM app_writer;

-- 7. DROP grant to PUBLIC on composite type public.c, AUTHORIZATION
GRANT USAGE ON TYPE public.c TO PUBLIC;

-- 8. DROP grant to PUBLIC on enum type public.e, AUTHORIZATION
GRANT USAGE ON TYPE public.e TO PUBLIC;

-- 9. DROP grant to PUBLIC on function public.f(), AUTHORIZATION
GRANT EXECUTE ON FUNCTION public.f() TO PUBLIC;

-- 10. DROP grant to PUBLIC on table public.t, AUTHORIZATION
REVOKE SELECT ON TABLE public.t FROM PUBLIC;

-- 11. DROP grant to app_owner on foreign-data wrapper w, AUTHORIZATION
REVOKE USAGE ON FOREIGN DATA WRAPPER w FROM app_owner;

-- 12. DROP grant to app_owner on function public.f(), AUTHORIZATION
REVOKE EXECUTE ON FUNCTION public.f() FROM app_owner;

-- 13. DROP grant to app_reader on column public.t.id, AUTHORIZATION
REVOKE INSERT (id), UPDATE (id) ON TABLE public.t FROM app_reader;

-- 14. DROP grant to app_reader on column public.v.n, AUTHORIZATION
REVOKE SELECT (n) ON TABLE public.v FROM app_reader;

-- 15. DROP grant to app_reader on domain public.d, AUTHORIZATION
REVOKE USAGE ON DOMAIN public.d FROM app_reader;

-- 16. DROP grant to app_reader on enum type public.e, AUTHORIZATION
REVOKE USAGE ON TYPE public.e FROM app_reader;

-- 17. DROP grant to app_reader on foreign table public.ft, AUTHORIZATION
REVOKE SELECT ON TABLE public.ft FROM app_reader;

-- 18. DROP grant to app_writer on column public.ft.a, AUTHORIZATION
REVOKE UPDATE (a) ON TABLE public.ft FROM app_writer;

-- 19. DROP grant to app_writer on schema s, AUTHORIZATION
REVOKE CREATE, USAGE ON SCHEMA s FROM app_writer;

-- 20. DROP materialized view public.mv
DROP MATERIALIZED VIEW public.mv;

-- 21. DROP aggregate public.ag(integer)
DROP AGGREGATE public.ag(integer);

-- 22. DROP procedure public.pr()
DROP PROCEDURE public.pr();
