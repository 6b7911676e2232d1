-- 1. CREATE extension citext
CREATE EXTENSION citext WITH SCHEMA x VERSION '1.8';

-- 2. ALTER column public.t.both_ways, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN both_ways TYPE x.citext USING both_ways::x.citext;

-- 3. ALTER column public.t.cast_there, DATA_DEPENDENT REWRITE IRREVERSIBLE; loses the reverse cannot convert every value
ALTER TABLE public.t ALTER COLUMN cast_there TYPE jsonb USING cast_there::jsonb;

-- 4. ALTER column public.t.elements, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN elements TYPE jsonb[] USING elements::jsonb[];

-- 5. ALTER column public.t.none_there, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN none_there TYPE x.hstore USING none_there::text::x.hstore;

-- 6. ALTER column public.t.part, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN part TYPE public.spans USING part::public.spans;

-- 7. CREATE comment on extension citext
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';

-- reverse

-- 1. ALTER column public.t.both_ways, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN both_ways TYPE integer USING both_ways::integer;

-- 2. ALTER column public.t.cast_there, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN cast_there TYPE x.hstore USING cast_there::text::x.hstore;

-- 3. ALTER column public.t.elements, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN elements TYPE x.hstore[] USING elements::text[]::x.hstore[];

-- 4. ALTER column public.t.none_there, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN none_there TYPE jsonb USING none_there::jsonb;

-- 5. ALTER column public.t.part, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN part TYPE public.span USING part::text::public.span;

-- 6. DROP extension citext
DROP EXTENSION citext;
