-- 1. ALTER table public.c, REWRITE
ALTER TABLE public.c SET UNLOGGED;
ALTER SEQUENCE public.c_s_seq SET LOGGED;

-- 2. ALTER table public.d, REWRITE
ALTER TABLE public.d SET UNLOGGED;

-- 3. ALTER table public.e, REWRITE
ALTER TABLE public.e SET UNLOGGED;
ALTER SEQUENCE public.e_s_seq SET LOGGED;

-- 4. CREATE table public.h
CREATE UNLOGGED TABLE public.h (
    id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public."the counter") NOT NULL
);
ALTER SEQUENCE public."the counter" SET LOGGED;

-- 5. ALTER column public.a.id
ALTER SEQUENCE public.a_id_seq SET LOGGED;

-- 6. ALTER column public.a.n
ALTER SEQUENCE public.a_n_seq SET UNLOGGED;

-- 7. ALTER column public.b.id
ALTER SEQUENCE public.b_id_seq SET LOGGED;

-- 8. ALTER column public.c.id
ALTER SEQUENCE public.c_id_seq SET LOGGED;

-- 9. ALTER column public.e.id
ALTER SEQUENCE public.e_id_seq SET LOGGED;

-- 10. CREATE column public.f.more
CREATE SEQUENCE IF NOT EXISTS public.f_more_plumbline_seq AS integer;
GRANT USAGE ON SEQUENCE public.f_more_plumbline_seq TO PUBLIC;
ALTER TABLE public.f ADD COLUMN IF NOT EXISTS more_plumbline_new integer;
ALTER TABLE public.f ALTER COLUMN more_plumbline_new SET DEFAULT pg_catalog.nextval('public.f_more_plumbline_seq'::pg_catalog.regclass);

-- 11. CONVERT column public.f.more, BATCHES
UPDATE public.f SET more_plumbline_new = DEFAULT WHERE more_plumbline_new IS NULL;

-- 12. ALTER column public.f.more
ALTER TABLE public.f ADD CONSTRAINT f_more_not_null NOT NULL more_plumbline_new NOT VALID;

-- 13. ALTER column public.f.more, ALONE, DATA_DEPENDENT
ALTER TABLE public.f VALIDATE CONSTRAINT f_more_not_null;

-- 14. ALTER column public.f.more
ALTER TABLE public.f ALTER COLUMN more_plumbline_new DROP DEFAULT;
ALTER TABLE public.f RENAME COLUMN more_plumbline_new TO more;
ALTER TABLE public.f ALTER COLUMN more ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.counter);
ALTER SEQUENCE public.counter SET UNLOGGED;
SELECT pg_catalog.setval('public.counter', last_value, is_called) FROM public.f_more_plumbline_seq;
DROP SEQUENCE public.f_more_plumbline_seq;

-- 15. ALTER column public.f.n, BLOCKING_SCAN
ALTER TABLE public.f ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY;
ALTER SEQUENCE public.f_n_seq SET UNLOGGED;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.f', 'n'), GREATEST(1, pg_catalog.max(n) + 1), false) FROM public.f;

-- 16. ALTER column public.g.id
ALTER TABLE public.g ADD COLUMN IF NOT EXISTS id_plumbline_new bigint;
CREATE OR REPLACE FUNCTION public.g_id_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.id_plumbline_new := NEW.id::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.g_id_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~g_id_plumbline_sync" BEFORE INSERT OR UPDATE ON public.g FOR EACH ROW EXECUTE FUNCTION public.g_id_plumbline_sync();
ALTER TABLE public.g ENABLE ALWAYS TRIGGER "~g_id_plumbline_sync";

-- 17. CONVERT column public.g.id, BATCHES, DATA_DEPENDENT
UPDATE public.g SET id_plumbline_new = id::bigint WHERE id_plumbline_new IS NULL AND id IS NOT NULL;

-- 18. ALTER column public.g.id
ALTER TABLE public.g ADD CONSTRAINT g_id_not_null_plumbline_new NOT NULL id_plumbline_new NOT VALID;

-- 19. ALTER column public.g.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.g VALIDATE CONSTRAINT g_id_not_null_plumbline_new;

-- 20. ALTER column public.g.id
LOCK TABLE public.g IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~g_id_plumbline_sync" ON public.g;
DROP FUNCTION public.g_id_plumbline_sync();
ALTER TABLE public.g ALTER COLUMN id_plumbline_new ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.g_id_plumbline_seq);
ALTER SEQUENCE public.g_id_plumbline_seq SET UNLOGGED;
SELECT pg_catalog.setval('public.g_id_plumbline_seq', last_value, is_called) FROM public.g_id_seq;
ALTER TABLE public.g DROP COLUMN id;
ALTER TABLE public.g RENAME COLUMN id_plumbline_new TO id;
ALTER TABLE public.g RENAME CONSTRAINT g_id_not_null_plumbline_new TO g_id_not_null;
ALTER SEQUENCE public.g_id_plumbline_seq RENAME TO g_id_seq;

-- reverse

-- 1. ALTER table public.c
ALTER TABLE public.c SET LOGGED;
ALTER SEQUENCE public.c_t_seq SET UNLOGGED;

-- 2. ALTER table public.d
ALTER TABLE public.d SET LOGGED;

-- 3. ALTER table public.e
ALTER TABLE public.e SET LOGGED;
ALTER SEQUENCE public.e_s_seq SET UNLOGGED;

-- 4. ALTER column public.a.id
ALTER SEQUENCE public.a_id_seq SET UNLOGGED;

-- 5. ALTER column public.a.n
ALTER SEQUENCE public.a_n_seq SET LOGGED;

-- 6. ALTER column public.b.id
ALTER SEQUENCE public.b_id_seq SET UNLOGGED;

-- 7. ALTER column public.c.n
ALTER SEQUENCE public.c_n_seq SET UNLOGGED;

-- 8. ALTER column public.e.id
ALTER SEQUENCE public.e_id_seq SET UNLOGGED;

-- 9. ALTER column public.f.n
ALTER TABLE public.f ALTER COLUMN n DROP IDENTITY;

-- 10. ALTER column public.g.id
ALTER TABLE public.g ADD COLUMN IF NOT EXISTS id_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.g_id_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.id_plumbline_new := NEW.id::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.g_id_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~g_id_plumbline_sync" BEFORE INSERT OR UPDATE ON public.g FOR EACH ROW EXECUTE FUNCTION public.g_id_plumbline_sync();
ALTER TABLE public.g ENABLE ALWAYS TRIGGER "~g_id_plumbline_sync";

-- 11. CONVERT column public.g.id, BATCHES, DATA_DEPENDENT
UPDATE public.g SET id_plumbline_new = id::integer WHERE id_plumbline_new IS NULL AND id IS NOT NULL;

-- 12. ALTER column public.g.id
ALTER TABLE public.g ADD CONSTRAINT g_id_not_null_plumbline_new NOT NULL id_plumbline_new NOT VALID;

-- 13. ALTER column public.g.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.g VALIDATE CONSTRAINT g_id_not_null_plumbline_new;

-- 14. ALTER column public.g.id
LOCK TABLE public.g IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~g_id_plumbline_sync" ON public.g;
DROP FUNCTION public.g_id_plumbline_sync();
ALTER TABLE public.g ALTER COLUMN id_plumbline_new ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.g_id_plumbline_seq);
ALTER SEQUENCE public.g_id_plumbline_seq SET UNLOGGED;
SELECT pg_catalog.setval('public.g_id_plumbline_seq', last_value, is_called) FROM public.g_id_seq;
ALTER TABLE public.g DROP COLUMN id;
ALTER TABLE public.g RENAME COLUMN id_plumbline_new TO id;
ALTER TABLE public.g RENAME CONSTRAINT g_id_not_null_plumbline_new TO g_id_not_null;
ALTER SEQUENCE public.g_id_plumbline_seq RENAME TO g_id_seq;

-- 15. DROP column public.f.more
ALTER TABLE public.f DROP COLUMN more;

-- 16. DROP table public.h, DATA_LOSS IRREVERSIBLE; loses the rows of table public.h
DROP TABLE public.h;
