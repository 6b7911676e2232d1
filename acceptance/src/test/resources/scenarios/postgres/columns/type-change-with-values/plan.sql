-- 1. ALTER column public.t.at
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS at_plumbline_new timestamp with time zone;
CREATE OR REPLACE FUNCTION public.t_at_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.at_plumbline_new := (SELECT (to_timestamp(at::bigint))::timestamp with time zone FROM (SELECT NEW.*) AS t); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.t_at_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~t_at_plumbline_sync" BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.t_at_plumbline_sync();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "~t_at_plumbline_sync";

-- 2. CONVERT column public.t.at, BATCHES, DATA_DEPENDENT
UPDATE public.t SET at_plumbline_new = (to_timestamp(at::bigint))::timestamp with time zone WHERE at_plumbline_new IS NULL;

-- 3. ALTER column public.t.at, IRREVERSIBLE; loses the values before the conversion, for which no 'reverse using' was given
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~t_at_plumbline_sync" ON public.t;
DROP FUNCTION public.t_at_plumbline_sync();
ALTER TABLE public.t DROP COLUMN at;
ALTER TABLE public.t RENAME COLUMN at_plumbline_new TO at;

-- 4. ALTER column public.t.size
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS size_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.t_size_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.size_plumbline_new := (SELECT (CASE size WHEN 'small' THEN 1 WHEN 'large' THEN 3 END)::integer FROM (SELECT NEW.*) AS t); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.t_size_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~t_size_plumbline_sync" BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.t_size_plumbline_sync();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "~t_size_plumbline_sync";

-- 5. CONVERT column public.t.size, BATCHES, DATA_DEPENDENT
UPDATE public.t SET size_plumbline_new = (CASE size WHEN 'small' THEN 1 WHEN 'large' THEN 3 END)::integer WHERE size_plumbline_new IS NULL;

-- 6. ALTER column public.t.size
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~t_size_plumbline_sync" ON public.t;
DROP FUNCTION public.t_size_plumbline_sync();
ALTER TABLE public.t DROP COLUMN size;
ALTER TABLE public.t RENAME COLUMN size_plumbline_new TO size;

-- 7. CREATE constraint public.t.t_size_check, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT t_size_check CHECK ((size > 0)) NOT VALID;

-- 8. ALTER constraint public.t.t_size_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_size_check;

-- 9. DROP constraint public.t.t_state_check
ALTER TABLE public.t DROP CONSTRAINT t_state_check;

-- 10. DROP view public.states
DROP VIEW public.states;

-- 11. DROP column default public.t.state
ALTER TABLE public.t ALTER COLUMN state DROP DEFAULT;

-- 12. ALTER column public.t.state, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN state TYPE boolean USING (state = 'on')::boolean;

-- 13. CREATE column default public.t.state
ALTER TABLE public.t ALTER COLUMN state SET DEFAULT true;

-- 14. CREATE view public.states
CREATE VIEW public.states (id, state) AS
SELECT id,
    state
   FROM public.t;

-- reverse

-- 1. ALTER column public.t.at
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS at_plumbline_new text;
CREATE OR REPLACE FUNCTION public.t_at_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.at_plumbline_new := NEW.at::text; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.t_at_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~t_at_plumbline_sync" BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.t_at_plumbline_sync();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "~t_at_plumbline_sync";

-- 2. CONVERT column public.t.at, BATCHES, DATA_DEPENDENT
UPDATE public.t SET at_plumbline_new = at::text WHERE at_plumbline_new IS NULL AND at IS NOT NULL;

-- 3. ALTER column public.t.at
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~t_at_plumbline_sync" ON public.t;
DROP FUNCTION public.t_at_plumbline_sync();
ALTER TABLE public.t DROP COLUMN at;
ALTER TABLE public.t RENAME COLUMN at_plumbline_new TO at;

-- 4. DROP constraint public.t.t_size_check
ALTER TABLE public.t DROP CONSTRAINT t_size_check;

-- 5. ALTER column public.t.size
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS size_plumbline_new text;
CREATE OR REPLACE FUNCTION public.t_size_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.size_plumbline_new := (SELECT (CASE size WHEN 1 THEN 'small' WHEN 3 THEN 'large' END)::text FROM (SELECT NEW.*) AS t); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.t_size_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~t_size_plumbline_sync" BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.t_size_plumbline_sync();
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "~t_size_plumbline_sync";

-- 6. CONVERT column public.t.size, BATCHES, DATA_DEPENDENT
UPDATE public.t SET size_plumbline_new = (CASE size WHEN 1 THEN 'small' WHEN 3 THEN 'large' END)::text WHERE size_plumbline_new IS NULL;

-- 7. ALTER column public.t.size
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~t_size_plumbline_sync" ON public.t;
DROP FUNCTION public.t_size_plumbline_sync();
ALTER TABLE public.t ALTER COLUMN size_plumbline_new SET DEFAULT 'small'::text;
ALTER TABLE public.t DROP COLUMN size;
ALTER TABLE public.t RENAME COLUMN size_plumbline_new TO size;

-- 8. DROP view public.states
DROP VIEW public.states;

-- 9. DROP column default public.t.state
ALTER TABLE public.t ALTER COLUMN state DROP DEFAULT;

-- 10. ALTER column public.t.state, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN state TYPE text USING (CASE WHEN state THEN 'on' ELSE 'off' END)::text;

-- 11. CREATE column default public.t.state
ALTER TABLE public.t ALTER COLUMN state SET DEFAULT 'on'::text;

-- 12. CREATE view public.states
CREATE VIEW public.states (id, state) AS
SELECT id,
    state
   FROM public.t;

-- 13. CREATE constraint public.t.t_state_check, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT t_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text]))) NOT VALID;

-- 14. ALTER constraint public.t.t_state_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_state_check;
