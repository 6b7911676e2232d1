-- 1. ALTER extension hstore, IRREVERSIBLE; loses version 1.4, for extensions are seldom made to go back
ALTER EXTENSION hstore UPDATE TO '1.8';

-- 2. ALTER extension pg_trgm
ALTER EXTENSION pg_trgm SET SCHEMA x;

-- 3. DROP index public.t_s
DROP INDEX public.t_s;

-- 4. CREATE index public.t_s, OUTSIDE
CREATE INDEX CONCURRENTLY t_s ON public.t USING gin (s x.gin_trgm_ops);

-- reverse

-- 1. ALTER extension hstore, IRREVERSIBLE; loses version 1.8, for extensions are seldom made to go back
ALTER EXTENSION hstore UPDATE TO '1.4';

-- 2. ALTER extension pg_trgm
ALTER EXTENSION pg_trgm SET SCHEMA public;

-- 3. DROP index public.t_s
DROP INDEX public.t_s;

-- 4. CREATE index public.t_s, OUTSIDE
CREATE INDEX CONCURRENTLY t_s ON public.t USING gin (s public.gin_trgm_ops);
