-- 1. CREATE range type public.vr
CREATE TYPE public.vr AS RANGE (collation = pg_catalog."POSIX", multirange_type_name = public.many_vr, subtype = character varying, subtype_opclass = pg_catalog.varchar_pattern_ops);

-- 2. CREATE grant to app_reader on range type public.vr
GRANT USAGE ON TYPE public.vr TO app_reader;

-- 3. DROP constraint public.t.t_ok
ALTER TABLE public.t DROP CONSTRAINT t_ok;

-- 4. DROP index public.t_r, OUTSIDE
DROP INDEX CONCURRENTLY public.t_r;

-- 5. ALTER range type public.tr, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.t ALTER COLUMN rs TYPE text USING rs::text;
DROP TYPE public.tr;
CREATE TYPE public.tr AS RANGE (multirange_type_name = public.trs, subtype = time without time zone, subtype_diff = public.td);
ALTER TABLE public.t ALTER COLUMN r TYPE public.tr USING r::public.tr;
ALTER TABLE public.t ALTER COLUMN rs TYPE public.tr[] USING rs::public.tr[];

-- 6. CREATE column public.t.m
ALTER TABLE public.t ADD COLUMN m public.trs;

-- 7. CREATE index public.t_r, OUTSIDE
CREATE INDEX CONCURRENTLY t_r ON public.t USING gist (r);

-- 8. CREATE constraint public.t.t_ok, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT t_ok CHECK ((NOT isempty(r))) NOT VALID;

-- 9. ALTER constraint public.t.t_ok, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_ok;

-- 10. CREATE comment on range type public.tr
COMMENT ON TYPE public.tr IS 'times';

-- 11. DROP range type public.gone
DROP TYPE public.gone;

-- reverse

-- 1. CREATE range type public.gone
CREATE TYPE public.gone AS RANGE (collation = pg_catalog."C", multirange_type_name = public.gone_multirange, subtype = text);

-- 2. DROP constraint public.t.t_ok
ALTER TABLE public.t DROP CONSTRAINT t_ok;

-- 3. DROP index public.t_r, OUTSIDE
DROP INDEX CONCURRENTLY public.t_r;

-- 4. DROP column public.t.m, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.m
ALTER TABLE public.t DROP COLUMN m;

-- 5. ALTER range type public.tr, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.t ALTER COLUMN rs TYPE text USING rs::text;
DROP TYPE public.tr;
CREATE TYPE public.tr AS RANGE (multirange_type_name = public.tr_multirange, subtype = time without time zone);
ALTER TABLE public.t ALTER COLUMN r TYPE public.tr USING r::public.tr;
ALTER TABLE public.t ALTER COLUMN rs TYPE public.tr[] USING rs::public.tr[];

-- 6. CREATE index public.t_r, OUTSIDE
CREATE INDEX CONCURRENTLY t_r ON public.t USING gist (r);

-- 7. CREATE constraint public.t.t_ok, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT t_ok CHECK ((NOT isempty(r))) NOT VALID;

-- 8. ALTER constraint public.t.t_ok, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_ok;

-- 9. CREATE comment on range type public.tr
COMMENT ON TYPE public.tr IS 'times';

-- 10. DROP range type public.vr
DROP TYPE public.vr;
