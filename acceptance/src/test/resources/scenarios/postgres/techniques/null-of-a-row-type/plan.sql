-- 1. ALTER column public.certain.p
ALTER TABLE public.certain ADD CONSTRAINT certain_p_not_null NOT NULL p NOT VALID;

-- 2. ALTER column public.certain.p, ALONE, DATA_DEPENDENT
ALTER TABLE public.certain VALIDATE CONSTRAINT certain_p_not_null;

-- 3. ALTER column public.certain_domain.p
ALTER TABLE public.certain_domain ADD CONSTRAINT certain_domain_p_not_null NOT NULL p NOT VALID;

-- 4. ALTER column public.certain_domain.p, ALONE, DATA_DEPENDENT
ALTER TABLE public.certain_domain VALIDATE CONSTRAINT certain_domain_p_not_null;

-- 5. ALTER column public.typed.p
ALTER TABLE public.typed ADD COLUMN IF NOT EXISTS p_plumbline_new text;
CREATE OR REPLACE FUNCTION public.typed_p_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.p_plumbline_new := NEW.p::text; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.typed_p_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~typed_p_plumbline_sync" BEFORE INSERT OR UPDATE ON public.typed FOR EACH ROW EXECUTE FUNCTION public.typed_p_plumbline_sync();
ALTER TABLE public.typed ENABLE ALWAYS TRIGGER "~typed_p_plumbline_sync";

-- 6. CONVERT column public.typed.p, BATCHES, DATA_DEPENDENT
UPDATE public.typed SET p_plumbline_new = p::text WHERE p_plumbline_new IS NULL AND p IS DISTINCT FROM NULL;

-- 7. ALTER column public.typed.p
LOCK TABLE public.typed IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~typed_p_plumbline_sync" ON public.typed;
DROP FUNCTION public.typed_p_plumbline_sync();
ALTER TABLE public.typed DROP COLUMN p;
ALTER TABLE public.typed RENAME COLUMN p_plumbline_new TO p;

-- reverse

-- 1. ALTER column public.certain.p
ALTER TABLE public.certain ALTER COLUMN p DROP NOT NULL;

-- 2. ALTER column public.certain_domain.p
ALTER TABLE public.certain_domain ALTER COLUMN p DROP NOT NULL;

-- 3. ALTER column public.typed.p
ALTER TABLE public.typed ADD COLUMN IF NOT EXISTS p_plumbline_new public.pair;
CREATE OR REPLACE FUNCTION public.typed_p_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.p_plumbline_new := NEW.p::public.pair; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.typed_p_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~typed_p_plumbline_sync" BEFORE INSERT OR UPDATE ON public.typed FOR EACH ROW EXECUTE FUNCTION public.typed_p_plumbline_sync();
ALTER TABLE public.typed ENABLE ALWAYS TRIGGER "~typed_p_plumbline_sync";

-- 4. CONVERT column public.typed.p, BATCHES, DATA_DEPENDENT
UPDATE public.typed SET p_plumbline_new = p::public.pair WHERE p_plumbline_new IS NOT DISTINCT FROM NULL AND p IS NOT NULL;

-- 5. ALTER column public.typed.p
LOCK TABLE public.typed IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~typed_p_plumbline_sync" ON public.typed;
DROP FUNCTION public.typed_p_plumbline_sync();
ALTER TABLE public.typed DROP COLUMN p;
ALTER TABLE public.typed RENAME COLUMN p_plumbline_new TO p;
