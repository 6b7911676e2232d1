-- 1. DROP constraint public.d.present
ALTER DOMAIN public.d DROP CONSTRAINT present;

-- 2. ALTER column public.t.a
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS a_plumbline_new public.d;
CREATE OR REPLACE FUNCTION public.t_a_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.a_plumbline_new := NEW.a::public.d; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.t_a_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~t_a_plumbline_sync" BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.t_a_plumbline_sync();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "~t_a_plumbline_sync";

-- 3. CONVERT column public.t.a, BATCHES, DATA_DEPENDENT
UPDATE public.t SET a_plumbline_new = a::public.d WHERE a_plumbline_new IS NULL AND a IS NOT NULL;

-- 4. ALTER column public.t.a
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~t_a_plumbline_sync" ON public.t;
DROP FUNCTION public.t_a_plumbline_sync();
ALTER TABLE public.t DROP COLUMN a;
ALTER TABLE public.t RENAME COLUMN a_plumbline_new TO a;

-- 5. CREATE column public.t.b
ALTER TABLE public.t ADD COLUMN b public.d;

-- reverse

-- 1. ALTER column public.t.a
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS a_plumbline_new text;
CREATE OR REPLACE FUNCTION public.t_a_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.a_plumbline_new := NEW.a::text; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.t_a_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~t_a_plumbline_sync" BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.t_a_plumbline_sync();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "~t_a_plumbline_sync";

-- 2. CONVERT column public.t.a, BATCHES, DATA_DEPENDENT
UPDATE public.t SET a_plumbline_new = a::text WHERE a_plumbline_new IS NULL AND a IS NOT NULL;

-- 3. ALTER column public.t.a
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~t_a_plumbline_sync" ON public.t;
DROP FUNCTION public.t_a_plumbline_sync();
ALTER TABLE public.t DROP COLUMN a;
ALTER TABLE public.t RENAME COLUMN a_plumbline_new TO a;

-- 4. CREATE constraint public.d.present
ALTER DOMAIN public.d ADD CONSTRAINT present CHECK ((VALUE IS NOT NULL)) NOT VALID;

-- 5. DROP column public.t.b, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.b
ALTER TABLE public.t DROP COLUMN b;
