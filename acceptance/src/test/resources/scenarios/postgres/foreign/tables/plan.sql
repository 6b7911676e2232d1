-- 1. CREATE foreign table public.fresh
CREATE FOREIGN TABLE public.fresh (
    id integer,
    n text OPTIONS (column_name 'it''s') COLLATE pg_catalog."C" NOT NULL
) SERVER s;
ALTER TABLE public.fresh ALTER COLUMN n SET STATISTICS 50;

-- 2. ALTER foreign table public.t
ALTER FOREIGN TABLE public.t OPTIONS (DROP x, SET table_name 'ttt');

-- 3. ALTER column public.t.a
ALTER FOREIGN TABLE public.t ALTER COLUMN a OPTIONS (SET column_name 'ab', ADD y 'z');

-- 4. CREATE column public.t.added
ALTER TABLE public.t ADD COLUMN added integer DEFAULT 3 NOT NULL;

-- 5. CREATE function public.f()
CREATE OR REPLACE FUNCTION public.f()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

-- 6. CREATE column default public.fresh.id
ALTER TABLE public.fresh ALTER COLUMN id SET DEFAULT 7;

-- 7. ALTER column default public.t.b
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 2;

-- 8. CREATE constraint public.fresh.small
ALTER TABLE public.fresh ADD CONSTRAINT small CHECK ((id < 10));

-- 9. CREATE trigger public.fresh.before_insert
CREATE TRIGGER before_insert BEFORE INSERT ON public.fresh FOR EACH ROW EXECUTE FUNCTION public.f();

-- 10. CREATE comment on foreign table public.fresh
COMMENT ON FOREIGN TABLE public.fresh IS 'fresh';

-- 11. ALTER grant to app_reader on foreign table public.t, AUTHORIZATION
GRANT INSERT ON TABLE public.t TO app_reader;

-- 12. DROP constraint public.t.positive
ALTER TABLE public.t DROP CONSTRAINT positive;

-- 13. DROP view public.v
DROP VIEW public.v;

-- 14. ALTER column public.t.id, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- 15. CREATE view public.v
CREATE VIEW public.v (id, a) AS
SELECT id,
    a
   FROM public.t;

-- 16. DROP column public.t.gone
ALTER TABLE public.t DROP COLUMN gone;

-- 17. DROP foreign table public.dropped
DROP FOREIGN TABLE public.dropped;

-- reverse

-- 1. CREATE foreign table public.dropped
CREATE FOREIGN TABLE public.dropped (
    id integer
) SERVER s;

-- 2. ALTER foreign table public.t
ALTER FOREIGN TABLE public.t OPTIONS (SET table_name 'tt', ADD x '1');

-- 3. ALTER column public.t.a
ALTER FOREIGN TABLE public.t ALTER COLUMN a OPTIONS (DROP y, SET column_name 'aa');

-- 4. CREATE column public.t.gone
ALTER TABLE public.t ADD COLUMN gone text;

-- 5. ALTER column default public.t.b
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 1;

-- 6. CREATE constraint public.t.positive, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((b > 0)) NOT VALID;

-- 7. ALTER constraint public.t.positive, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT positive;

-- 8. ALTER grant to app_reader on foreign table public.t, AUTHORIZATION
REVOKE INSERT ON TABLE public.t FROM app_reader;

-- 9. DROP view public.v
DROP VIEW public.v;

-- 10. ALTER column public.t.id, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN id TYPE integer;
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

-- 11. CREATE view public.v
CREATE VIEW public.v (id, a) AS
SELECT id,
    a
   FROM public.t;

-- 12. DROP column public.t.added
ALTER TABLE public.t DROP COLUMN added;

-- 13. DROP foreign table public.fresh
DROP FOREIGN TABLE public.fresh;

-- 14. DROP function public.f()
DROP FUNCTION public.f();
