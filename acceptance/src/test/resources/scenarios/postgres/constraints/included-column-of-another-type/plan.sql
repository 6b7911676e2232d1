-- 1. ALTER column public.a.v
ALTER TABLE public.a ADD COLUMN IF NOT EXISTS v_plumbline_new bigint;
CREATE OR REPLACE FUNCTION public.a_v_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.v_plumbline_new := NEW.v::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.a_v_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~a_v_plumbline_sync" BEFORE INSERT OR UPDATE ON public.a FOR EACH ROW EXECUTE FUNCTION public.a_v_plumbline_sync();
ALTER TABLE public.a ENABLE ALWAYS TRIGGER "~a_v_plumbline_sync";

-- 2. CONVERT column public.a.v, BATCHES, DATA_DEPENDENT
UPDATE public.a SET v_plumbline_new = v::bigint WHERE v_plumbline_new IS NULL AND v IS NOT NULL;

-- 3. ALTER column public.a.w
ALTER TABLE public.a ADD COLUMN IF NOT EXISTS w_plumbline_new character varying(100);
CREATE OR REPLACE FUNCTION public.a_w_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.w_plumbline_new := NEW.w::character varying(100); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.a_w_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~a_w_plumbline_sync" BEFORE INSERT OR UPDATE ON public.a FOR EACH ROW EXECUTE FUNCTION public.a_w_plumbline_sync();
ALTER TABLE public.a ENABLE ALWAYS TRIGGER "~a_w_plumbline_sync";

-- 4. CONVERT column public.a.w, BATCHES, DATA_DEPENDENT
UPDATE public.a SET w_plumbline_new = w::character varying(100) WHERE w_plumbline_new IS NULL AND w IS NOT NULL;

-- 5. ALTER column public.a.w
LOCK TABLE public.a IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~a_w_plumbline_sync" ON public.a;
DROP FUNCTION public.a_w_plumbline_sync();
ALTER TABLE public.a DROP COLUMN w;
ALTER TABLE public.a RENAME COLUMN w_plumbline_new TO w;

-- 6. ALTER column public.c.v, DATA_DEPENDENT REWRITE BLOCKING_SCAN
ALTER TABLE public.d DROP CONSTRAINT d_c;
ALTER TABLE public.c ALTER COLUMN v TYPE bigint USING v::bigint;
ALTER TABLE public.d ADD CONSTRAINT d_c FOREIGN KEY (c) REFERENCES public.c(id);
COMMENT ON CONSTRAINT d_c ON public.d IS 'goes and comes';

-- 7. ALTER column public.c.w, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.d DROP CONSTRAINT d_c;
ALTER TABLE public.c ALTER COLUMN w TYPE character varying(20) USING w::character varying(20);
ALTER TABLE public.d ADD CONSTRAINT d_c FOREIGN KEY (c) REFERENCES public.c(id);
COMMENT ON CONSTRAINT d_c ON public.d IS 'goes and comes';

-- 8. CREATE index public.a_key_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY a_key_plumbline_new ON public.a USING btree (id) INCLUDE (v_plumbline_new);

-- 9. ALTER column public.a.v
LOCK TABLE public.a IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~a_v_plumbline_sync" ON public.a;
DROP FUNCTION public.a_v_plumbline_sync();
ALTER TABLE public.b DROP CONSTRAINT b_a;
ALTER TABLE public.a DROP COLUMN v;
ALTER TABLE public.a RENAME COLUMN v_plumbline_new TO v;
ALTER TABLE public.a ADD CONSTRAINT a_key UNIQUE USING INDEX a_key_plumbline_new;
ALTER TABLE public.b ADD CONSTRAINT b_a FOREIGN KEY (a) REFERENCES public.a(id) NOT VALID;

-- 10. ALTER constraint public.b.b_a, ALONE, DATA_DEPENDENT
ALTER TABLE public.b VALIDATE CONSTRAINT b_a;

-- reverse

-- 1. ALTER column public.a.v
ALTER TABLE public.a ADD COLUMN IF NOT EXISTS v_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.a_v_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.v_plumbline_new := NEW.v::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.a_v_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~a_v_plumbline_sync" BEFORE INSERT OR UPDATE ON public.a FOR EACH ROW EXECUTE FUNCTION public.a_v_plumbline_sync();
ALTER TABLE public.a ENABLE ALWAYS TRIGGER "~a_v_plumbline_sync";

-- 2. CONVERT column public.a.v, BATCHES, DATA_DEPENDENT
UPDATE public.a SET v_plumbline_new = v::integer WHERE v_plumbline_new IS NULL AND v IS NOT NULL;

-- 3. ALTER column public.a.w, DATA_DEPENDENT
ALTER TABLE public.a ALTER COLUMN w TYPE text USING w::text;

-- 4. ALTER column public.c.v, DATA_DEPENDENT
ALTER TABLE public.d DROP CONSTRAINT d_c;
ALTER TABLE public.c ALTER COLUMN v TYPE integer USING v::integer;
ALTER TABLE public.d ADD CONSTRAINT d_c FOREIGN KEY (c) REFERENCES public.c(id);
COMMENT ON CONSTRAINT d_c ON public.d IS 'goes and comes';

-- 5. ALTER column public.c.w, DATA_DEPENDENT
ALTER TABLE public.d DROP CONSTRAINT d_c;
ALTER TABLE public.c ALTER COLUMN w TYPE character varying(10) USING w::character varying(10);
ALTER TABLE public.d ADD CONSTRAINT d_c FOREIGN KEY (c) REFERENCES public.c(id);
COMMENT ON CONSTRAINT d_c ON public.d IS 'goes and comes';

-- 6. CREATE index public.a_key_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY a_key_plumbline_new ON public.a USING btree (id) INCLUDE (v_plumbline_new);

-- 7. ALTER column public.a.v
LOCK TABLE public.a IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~a_v_plumbline_sync" ON public.a;
DROP FUNCTION public.a_v_plumbline_sync();
ALTER TABLE public.b DROP CONSTRAINT b_a;
ALTER TABLE public.a DROP COLUMN v;
ALTER TABLE public.a RENAME COLUMN v_plumbline_new TO v;
ALTER TABLE public.a ADD CONSTRAINT a_key UNIQUE USING INDEX a_key_plumbline_new;
ALTER TABLE public.b ADD CONSTRAINT b_a FOREIGN KEY (a) REFERENCES public.a(id) NOT VALID;

-- 8. ALTER constraint public.b.b_a, ALONE, DATA_DEPENDENT
ALTER TABLE public.b VALIDATE CONSTRAINT b_a;
