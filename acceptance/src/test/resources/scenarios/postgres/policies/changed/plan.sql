-- 1. ALTER table public.members, AUTHORIZATION
ALTER TABLE public.members ENABLE ROW LEVEL SECURITY;

-- 2. ALTER policy public.t.a, AUTHORIZATION
ALTER POLICY a ON public.t TO app_reader, app_writer USING (((owner = CURRENT_USER) OR (EXISTS ( SELECT 1
   FROM public.members m
  WHERE (m.tenant = t.tenant)))));

-- 3. CREATE policy public.t.c
CREATE POLICY c ON public.t FOR INSERT TO app_writer WITH CHECK ((tenant IN ( SELECT members.tenant
   FROM public.members)));

-- 4. DROP policy public.t.b, AUTHORIZATION
DROP POLICY b ON public.t;

-- 5. CREATE policy public.t.b
CREATE POLICY b ON public.t AS RESTRICTIVE FOR ALL TO PUBLIC USING (true);

-- 6. ALTER table public.t, AUTHORIZATION
ALTER TABLE public.t FORCE ROW LEVEL SECURITY;

-- 7. DROP policy public.t.gone, AUTHORIZATION
DROP POLICY gone ON public.t;

-- reverse

-- 1. ALTER table public.members, AUTHORIZATION
ALTER TABLE public.members DISABLE ROW LEVEL SECURITY;

-- 2. ALTER policy public.t.a, AUTHORIZATION
ALTER POLICY a ON public.t TO app_reader USING ((owner = CURRENT_USER));

-- 3. CREATE policy public.t.gone
CREATE POLICY gone ON public.t FOR DELETE TO PUBLIC USING (false);

-- 4. DROP policy public.t.b, AUTHORIZATION
DROP POLICY b ON public.t;

-- 5. CREATE policy public.t.b
CREATE POLICY b ON public.t FOR ALL TO PUBLIC USING (true) WITH CHECK ((tenant > 0));

-- 6. ALTER table public.t, AUTHORIZATION
ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY;

-- 7. DROP policy public.t.c, AUTHORIZATION
DROP POLICY c ON public.t;
