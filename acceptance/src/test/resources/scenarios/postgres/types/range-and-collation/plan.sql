-- 1. CREATE collation public.bytewise
CREATE COLLATION public.bytewise (locale = 'C', provider = libc);

-- 2. CREATE range type public.float_range
CREATE TYPE public.float_range AS RANGE (multirange_type_name = public.float_multirange, subtype = double precision, subtype_diff = float8mi);

-- 3. CREATE column public.t.name
ALTER TABLE public.t ADD COLUMN name text COLLATE public.bytewise;

-- 4. CREATE column public.t.r
ALTER TABLE public.t ADD COLUMN r public.float_range;

-- reverse

-- 1. DROP column public.t.name, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.name
ALTER TABLE public.t DROP COLUMN name;

-- 2. DROP column public.t.r, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.r
ALTER TABLE public.t DROP COLUMN r;

-- 3. DROP range type public.float_range
DROP TYPE public.float_range;

-- 4. DROP collation public.bytewise
DROP COLLATION public.bytewise;
