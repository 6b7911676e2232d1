-- 1. ALTER column public.d.c_id
ALTER TABLE public.d ADD COLUMN IF NOT EXISTS c_id_plumbline_new bigint;
CREATE OR REPLACE FUNCTION public.d_c_id_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.c_id_plumbline_new := NEW.c_id::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.d_c_id_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~d_c_id_plumbline_sync" BEFORE INSERT OR UPDATE ON public.d FOR EACH ROW EXECUTE FUNCTION public.d_c_id_plumbline_sync();
ALTER TABLE public.d ENABLE ALWAYS TRIGGER "~d_c_id_plumbline_sync";

-- 2. CONVERT column public.d.c_id, BATCHES, DATA_DEPENDENT
UPDATE public.d SET c_id_plumbline_new = c_id::bigint WHERE c_id_plumbline_new IS NULL AND c_id IS NOT NULL;

-- 3. ALTER column public.d.c_id
ALTER TABLE public.d ADD CONSTRAINT d_c_id_fkey_plumbline_new FOREIGN KEY (c_id_plumbline_new) REFERENCES public.c(id) NOT VALID;

-- 4. ALTER column public.d.c_id, ALONE, DATA_DEPENDENT
ALTER TABLE public.d VALIDATE CONSTRAINT d_c_id_fkey_plumbline_new;

-- 5. ALTER column public.d.c_id
LOCK TABLE public.d IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~d_c_id_plumbline_sync" ON public.d;
DROP FUNCTION public.d_c_id_plumbline_sync();
ALTER TABLE public.d DROP COLUMN c_id;
ALTER TABLE public.d RENAME COLUMN c_id_plumbline_new TO c_id;
ALTER TABLE public.d RENAME CONSTRAINT d_c_id_fkey_plumbline_new TO d_c_id_fkey;

-- 6. DROP constraint public.c.c_other_fkey
ALTER TABLE public.c DROP CONSTRAINT c_other_fkey;

-- 7. ALTER column public.c.other, DATA_DEPENDENT REWRITE
ALTER TABLE public.c ALTER COLUMN other TYPE text USING other::text;

-- 8. DROP constraint public.c.c_p_id_fkey
ALTER TABLE public.c DROP CONSTRAINT c_p_id_fkey;

-- 9. ALTER column public.c.p_id, DATA_DEPENDENT REWRITE
ALTER TABLE public.c ALTER COLUMN p_id TYPE text USING p_id::text;

-- 10. DROP constraint public.p.p_above_fkey
ALTER TABLE public.p DROP CONSTRAINT p_above_fkey;

-- 11. ALTER column public.p.above, DATA_DEPENDENT REWRITE
ALTER TABLE public.p ALTER COLUMN above TYPE text USING above::text;

-- 12. ALTER column public.p.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.p ALTER COLUMN id TYPE text USING id::text;

-- 13. CREATE constraint public.c.c_other_fkey, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_other_fkey FOREIGN KEY (other) REFERENCES public.p(id) NOT VALID;

-- 14. CREATE constraint public.c.c_p_id_fkey, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES public.p(id) ON DELETE CASCADE NOT VALID;

-- 15. CREATE constraint public.p.p_above_fkey, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_above_fkey FOREIGN KEY (above) REFERENCES public.p(id) NOT VALID;

-- 16. ALTER constraint public.c.c_other_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_other_fkey;

-- 17. ALTER constraint public.c.c_p_id_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p_id_fkey;

-- 18. ALTER constraint public.p.p_above_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_above_fkey;

-- reverse

-- 1. ALTER column public.d.c_id
ALTER TABLE public.d ADD COLUMN IF NOT EXISTS c_id_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.d_c_id_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.c_id_plumbline_new := NEW.c_id::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.d_c_id_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~d_c_id_plumbline_sync" BEFORE INSERT OR UPDATE ON public.d FOR EACH ROW EXECUTE FUNCTION public.d_c_id_plumbline_sync();
ALTER TABLE public.d ENABLE ALWAYS TRIGGER "~d_c_id_plumbline_sync";

-- 2. CONVERT column public.d.c_id, BATCHES, DATA_DEPENDENT
UPDATE public.d SET c_id_plumbline_new = c_id::integer WHERE c_id_plumbline_new IS NULL AND c_id IS NOT NULL;

-- 3. ALTER column public.d.c_id
ALTER TABLE public.d ADD CONSTRAINT d_c_id_fkey_plumbline_new FOREIGN KEY (c_id_plumbline_new) REFERENCES public.c(id) NOT VALID;

-- 4. ALTER column public.d.c_id, ALONE, DATA_DEPENDENT
ALTER TABLE public.d VALIDATE CONSTRAINT d_c_id_fkey_plumbline_new;

-- 5. ALTER column public.d.c_id
LOCK TABLE public.d IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~d_c_id_plumbline_sync" ON public.d;
DROP FUNCTION public.d_c_id_plumbline_sync();
ALTER TABLE public.d DROP COLUMN c_id;
ALTER TABLE public.d RENAME COLUMN c_id_plumbline_new TO c_id;
ALTER TABLE public.d RENAME CONSTRAINT d_c_id_fkey_plumbline_new TO d_c_id_fkey;

-- 6. DROP constraint public.c.c_other_fkey
ALTER TABLE public.c DROP CONSTRAINT c_other_fkey;

-- 7. ALTER column public.c.other, DATA_DEPENDENT
ALTER TABLE public.c ALTER COLUMN other TYPE integer USING other::integer;

-- 8. DROP constraint public.c.c_p_id_fkey
ALTER TABLE public.c DROP CONSTRAINT c_p_id_fkey;

-- 9. ALTER column public.c.p_id, DATA_DEPENDENT
ALTER TABLE public.c ALTER COLUMN p_id TYPE integer USING p_id::integer;

-- 10. DROP constraint public.p.p_above_fkey
ALTER TABLE public.p DROP CONSTRAINT p_above_fkey;

-- 11. ALTER column public.p.above, DATA_DEPENDENT
ALTER TABLE public.p ALTER COLUMN above TYPE integer USING above::integer;

-- 12. ALTER column public.p.id, DATA_DEPENDENT
ALTER TABLE public.p ALTER COLUMN id TYPE integer USING id::integer;

-- 13. CREATE constraint public.c.c_other_fkey, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_other_fkey FOREIGN KEY (other) REFERENCES public.p(id) NOT VALID;

-- 14. CREATE constraint public.c.c_p_id_fkey, DATA_DEPENDENT
ALTER TABLE public.c ADD CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES public.p(id) ON DELETE CASCADE NOT VALID;

-- 15. CREATE constraint public.p.p_above_fkey, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_above_fkey FOREIGN KEY (above) REFERENCES public.p(id) NOT VALID;

-- 16. ALTER constraint public.c.c_other_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_other_fkey;

-- 17. ALTER constraint public.c.c_p_id_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.c VALIDATE CONSTRAINT c_p_id_fkey;

-- 18. ALTER constraint public.p.p_above_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_above_fkey;
