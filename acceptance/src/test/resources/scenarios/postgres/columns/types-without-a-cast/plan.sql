-- 1. ALTER column public.t.at, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN at TYPE timestamp with time zone USING at::text::timestamp with time zone;

-- 2. ALTER column public.t.flag, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN flag TYPE bigint USING flag::text::bigint;

-- 3. ALTER column public.t.since, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN since TYPE date USING since::text::date;

-- 4. ALTER column public.u.n, DATA_DEPENDENT REWRITE
ALTER TABLE public.u ALTER COLUMN n TYPE boolean USING n::boolean;

-- 5. ALTER column public.u.words, DATA_DEPENDENT REWRITE
ALTER TABLE public.u ALTER COLUMN words TYPE uuid USING words::uuid;

-- 6. DROP column default public.t.id
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;

-- 7. ALTER column public.t.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN id TYPE uuid USING id::text::uuid;

-- reverse

-- 1. ALTER column public.t.at, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN at TYPE integer USING at::text::integer;

-- 2. ALTER column public.t.flag, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN flag TYPE boolean USING flag::text::boolean;

-- 3. ALTER column public.t.id, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::text::bigint;

-- 4. ALTER column public.t.since, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN since TYPE interval USING since::text::interval;

-- 5. ALTER column public.u.n, DATA_DEPENDENT
ALTER TABLE public.u ALTER COLUMN n TYPE integer USING n::integer;

-- 6. ALTER column public.u.words, DATA_DEPENDENT
ALTER TABLE public.u ALTER COLUMN words TYPE character varying(20) USING words::character varying(20);

-- 7. CREATE column default public.t.id
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT 0;
