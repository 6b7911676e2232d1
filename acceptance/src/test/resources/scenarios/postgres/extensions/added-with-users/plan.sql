-- 1. CREATE extension citext
CREATE EXTENSION citext WITH SCHEMA public VERSION '1.8';

-- 2. CREATE extension pg_trgm
CREATE EXTENSION pg_trgm WITH SCHEMA public VERSION '1.6';

-- 3. CREATE column public.docs.title
ALTER TABLE public.docs ADD COLUMN title public.citext;

-- 4. CREATE index public.docs_attrs, OUTSIDE
CREATE INDEX CONCURRENTLY docs_attrs ON public.docs USING gin (attrs);

-- 5. CREATE index public.docs_title, OUTSIDE
CREATE INDEX CONCURRENTLY docs_title ON public.docs USING gin (((title)::text) public.gin_trgm_ops);

-- 6. CREATE comment on extension citext
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';

-- 7. CREATE comment on extension pg_trgm
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

-- reverse

-- 1. DROP index public.docs_attrs, OUTSIDE
DROP INDEX CONCURRENTLY public.docs_attrs;

-- 2. DROP index public.docs_title
DROP INDEX public.docs_title;

-- 3. DROP column public.docs.title, DATA_LOSS IRREVERSIBLE; loses the values of column public.docs.title
ALTER TABLE public.docs DROP COLUMN title;

-- 4. DROP extension citext
DROP EXTENSION citext;

-- 5. DROP extension pg_trgm
DROP EXTENSION pg_trgm;
