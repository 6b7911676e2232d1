-- 1. ALTER view public.v
CREATE OR REPLACE VIEW public.v (id, a) AS
SELECT id,
    a
   FROM public.t
  WHERE (id > 0);

-- reverse

-- 1. DROP view public.w
DROP VIEW public.w;

-- 2. DROP view public.v
DROP VIEW public.v;

-- 3. CREATE view public.v
CREATE VIEW public.v (id) AS
SELECT id
   FROM public.t;

-- 4. CREATE view public.w
CREATE VIEW public.w (id) AS
SELECT id
   FROM public.v;

-- 5. CREATE grant to app_reader on view public.v
GRANT SELECT ON TABLE public.v TO app_reader;
