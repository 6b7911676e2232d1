-- 1. DROP view public.w
DROP VIEW public.w;

-- 2. DROP view public.v
DROP VIEW public.v;

-- 3. CREATE view public.v
CREATE VIEW public.v (id, b) AS
SELECT id,
    b
   FROM public.t;

-- 4. CREATE view public.w
CREATE VIEW public.w (id, b) AS
SELECT id,
    b
   FROM public.v;

-- 5. CREATE comment on column public.v.b
COMMENT ON COLUMN public.v.b IS 'the b';

-- 6. CREATE grant to app_reader on view public.w
GRANT SELECT ON TABLE public.w TO app_reader;

-- 7. DROP column public.t.a, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.a
ALTER TABLE public.t DROP COLUMN a;

-- reverse

-- 1. CREATE column public.t.a
ALTER TABLE public.t ADD COLUMN a text;

-- 2. DROP view public.w
DROP VIEW public.w;

-- 3. DROP view public.v
DROP VIEW public.v;

-- 4. CREATE view public.v
CREATE VIEW public.v (id, a, b) AS
SELECT id,
    a,
    b
   FROM public.t;

-- 5. CREATE view public.w
CREATE VIEW public.w (id, b) AS
SELECT id,
    b
   FROM public.v;

-- 6. CREATE comment on column public.v.b
COMMENT ON COLUMN public.v.b IS 'the b';

-- 7. CREATE grant to app_reader on view public.w
GRANT SELECT ON TABLE public.w TO app_reader;
