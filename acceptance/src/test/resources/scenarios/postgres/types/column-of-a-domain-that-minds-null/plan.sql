-- 1. CREATE domain public.present
CREATE DOMAIN public.present AS bigint CONSTRAINT there CHECK ((VALUE IS NOT NULL));

-- 2. CREATE domain public.of_present
CREATE DOMAIN public.of_present AS public.present;

-- 3. ALTER column public.t.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN a TYPE public.present USING a::public.present;

-- 4. ALTER column public.t.b, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN b TYPE public.of_present USING b::public.of_present;

-- 5. ALTER column public.t.c
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS c_plumbline_new public.wider;
CREATE OR REPLACE FUNCTION public.t_c_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.c_plumbline_new := NEW.c::public.wider; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.t_c_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~t_c_plumbline_sync" BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.t_c_plumbline_sync();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "~t_c_plumbline_sync";

-- 6. CONVERT column public.t.c, BATCHES, DATA_DEPENDENT
UPDATE public.t SET c_plumbline_new = c::public.wider WHERE c_plumbline_new IS NULL AND c IS NOT NULL;

-- 7. ALTER column public.t.c
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~t_c_plumbline_sync" ON public.t;
DROP FUNCTION public.t_c_plumbline_sync();
ALTER TABLE public.t DROP COLUMN c;
ALTER TABLE public.t RENAME COLUMN c_plumbline_new TO c;

-- reverse

-- 1. ALTER column public.t.a
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS a_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.t_a_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.a_plumbline_new := NEW.a::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.t_a_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~t_a_plumbline_sync" BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.t_a_plumbline_sync();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "~t_a_plumbline_sync";

-- 2. CONVERT column public.t.a, BATCHES, DATA_DEPENDENT
UPDATE public.t SET a_plumbline_new = a::integer WHERE a_plumbline_new IS NULL AND a IS NOT NULL;

-- 3. ALTER column public.t.a
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~t_a_plumbline_sync" ON public.t;
DROP FUNCTION public.t_a_plumbline_sync();
ALTER TABLE public.t DROP COLUMN a;
ALTER TABLE public.t RENAME COLUMN a_plumbline_new TO a;

-- 4. ALTER column public.t.b
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS b_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.t_b_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.b_plumbline_new := NEW.b::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.t_b_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~t_b_plumbline_sync" BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.t_b_plumbline_sync();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "~t_b_plumbline_sync";

-- 5. CONVERT column public.t.b, BATCHES, DATA_DEPENDENT
UPDATE public.t SET b_plumbline_new = b::integer WHERE b_plumbline_new IS NULL AND b IS NOT NULL;

-- 6. ALTER column public.t.b
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~t_b_plumbline_sync" ON public.t;
DROP FUNCTION public.t_b_plumbline_sync();
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t RENAME COLUMN b_plumbline_new TO b;

-- 7. ALTER column public.t.c
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS c_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.t_c_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.c_plumbline_new := NEW.c::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.t_c_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~t_c_plumbline_sync" BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.t_c_plumbline_sync();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "~t_c_plumbline_sync";

-- 8. CONVERT column public.t.c, BATCHES, DATA_DEPENDENT
UPDATE public.t SET c_plumbline_new = c::integer WHERE c_plumbline_new IS NULL AND c IS NOT NULL;

-- 9. ALTER column public.t.c
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~t_c_plumbline_sync" ON public.t;
DROP FUNCTION public.t_c_plumbline_sync();
ALTER TABLE public.t DROP COLUMN c;
ALTER TABLE public.t RENAME COLUMN c_plumbline_new TO c;

-- 10. DROP domain public.of_present
DROP DOMAIN public.of_present;

-- 11. DROP domain public.present
DROP DOMAIN public.present;
