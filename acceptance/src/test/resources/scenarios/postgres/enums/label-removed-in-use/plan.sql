-- 1. ALTER enum type public.state, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.steps.state', held.label, pg_catalog.count(*) FROM (SELECT state::text AS label FROM public.steps) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label
    UNION ALL SELECT 'column public.tasks.earlier', gone.label, pg_catalog.count(*) FROM pg_catalog.unnest(ARRAY['on hold']) AS gone (label) JOIN (SELECT earlier::text[] AS label FROM public.tasks) AS held ON gone.label = ANY (held.label) GROUP BY gone.label
    UNION ALL SELECT 'column public.tasks.state', held.label, pg_catalog.count(*) FROM (SELECT state::text AS label FROM public.tasks) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.state loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. ALTER enum type public.state
ALTER TABLE public.tasks ALTER COLUMN state SET DEFAULT 'open'::public.state;

-- 3. CREATE enum type public.state_plumbline_new
CREATE TYPE public.state_plumbline_new AS ENUM ('draft', 'done', 'open');

-- 4. ALTER column public.steps.state
ALTER TABLE public.steps ADD COLUMN IF NOT EXISTS state_plumbline_new public.state_plumbline_new;
CREATE OR REPLACE FUNCTION public.steps_state_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.state_plumbline_new := CASE WHEN NEW.state::text <> ALL (ARRAY['on hold']) THEN NEW.state::text::public.state_plumbline_new END; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.steps_state_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~steps_state_plumbline_sync" BEFORE INSERT OR UPDATE ON public.steps FOR EACH ROW EXECUTE FUNCTION public.steps_state_plumbline_sync();
ALTER TABLE public.steps ENABLE ALWAYS TRIGGER "~steps_state_plumbline_sync";

-- 5. CONVERT column public.steps.state, BATCHES, DATA_DEPENDENT
UPDATE public.steps SET state_plumbline_new = CASE WHEN state::text <> ALL (ARRAY['on hold']) THEN state::text::public.state_plumbline_new END WHERE state_plumbline_new IS NULL AND state IS NOT NULL;

-- 6. ALTER column public.steps.state
ALTER TABLE public.steps ADD CONSTRAINT steps_state_check_plumbline_new CHECK ((state_plumbline_new = ANY (ARRAY['open'::public.state_plumbline_new, 'done'::public.state_plumbline_new]))) NOT VALID;

-- 7. ALTER column public.steps.state, ALONE, DATA_DEPENDENT
ALTER TABLE public.steps VALIDATE CONSTRAINT steps_state_check_plumbline_new;

-- 8. ALTER column public.tasks.earlier
ALTER TABLE public.tasks ADD COLUMN IF NOT EXISTS earlier_plumbline_new public.state_plumbline_new[];
CREATE OR REPLACE FUNCTION public.tasks_earlier_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.earlier_plumbline_new := CASE WHEN NOT NEW.earlier::text[] && ARRAY['on hold'] THEN NEW.earlier::text[]::public.state_plumbline_new[] END; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.tasks_earlier_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~tasks_earlier_plumbline_sync" BEFORE INSERT OR UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.tasks_earlier_plumbline_sync();
ALTER TABLE public.tasks ENABLE ALWAYS TRIGGER "~tasks_earlier_plumbline_sync";

-- 9. CONVERT column public.tasks.earlier, BATCHES, DATA_DEPENDENT
UPDATE public.tasks SET earlier_plumbline_new = CASE WHEN NOT earlier::text[] && ARRAY['on hold'] THEN earlier::text[]::public.state_plumbline_new[] END WHERE earlier_plumbline_new IS NULL AND earlier IS NOT NULL;

-- 10. ALTER column public.tasks.state
ALTER TABLE public.tasks ADD COLUMN IF NOT EXISTS state_plumbline_new public.state_plumbline_new;
CREATE OR REPLACE FUNCTION public.tasks_state_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.state_plumbline_new := CASE WHEN NEW.state::text <> ALL (ARRAY['on hold']) THEN NEW.state::text::public.state_plumbline_new END; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.tasks_state_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~tasks_state_plumbline_sync" BEFORE INSERT OR UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.tasks_state_plumbline_sync();
ALTER TABLE public.tasks ENABLE ALWAYS TRIGGER "~tasks_state_plumbline_sync";

-- 11. CONVERT column public.tasks.state, BATCHES, DATA_DEPENDENT
UPDATE public.tasks SET state_plumbline_new = CASE WHEN state::text <> ALL (ARRAY['on hold']) THEN state::text::public.state_plumbline_new END WHERE state_plumbline_new IS NULL AND state IS NOT NULL;

-- 12. ALTER column public.tasks.state
ALTER TABLE public.tasks ADD CONSTRAINT tasks_state_plumbline_new CHECK (((state_plumbline_new <> 'draft'::public.state_plumbline_new) OR (public <> ''::text))) NOT VALID;

-- 13. ALTER column public.tasks.state, ALONE, DATA_DEPENDENT
ALTER TABLE public.tasks VALIDATE CONSTRAINT tasks_state_plumbline_new;

-- 14. CREATE index public.steps_state_plumbline_new, OUTSIDE
CREATE INDEX CONCURRENTLY steps_state_plumbline_new ON public.steps USING btree (state_plumbline_new);

-- 15. CREATE index public.tasks_open_plumbline_new, OUTSIDE
CREATE INDEX CONCURRENTLY tasks_open_plumbline_new ON public.tasks USING btree (state_plumbline_new DESC, id) WHERE (state_plumbline_new = 'open'::public.state_plumbline_new);

-- 16. CREATE index public.tasks_public_state_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY tasks_public_state_plumbline_new ON public.tasks USING btree (public, state_plumbline_new);

-- 17. ALTER enum type public.state, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.steps.state', held.label, pg_catalog.count(*) FROM (SELECT state::text AS label FROM public.steps) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label
    UNION ALL SELECT 'column public.tasks.earlier', gone.label, pg_catalog.count(*) FROM pg_catalog.unnest(ARRAY['on hold']) AS gone (label) JOIN (SELECT earlier::text[] AS label FROM public.tasks) AS held ON gone.label = ANY (held.label) GROUP BY gone.label
    UNION ALL SELECT 'column public.tasks.state', held.label, pg_catalog.count(*) FROM (SELECT state::text AS label FROM public.tasks) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.state loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 18. ALTER column public.steps.state
ALTER TABLE public.steps ADD CONSTRAINT steps_state_labels_plumbline_new CHECK (state::text <> ALL (ARRAY['on hold']) OR state_plumbline_new IS NOT NULL) NOT VALID;

-- 19. ALTER column public.steps.state, ALONE, DATA_DEPENDENT
ALTER TABLE public.steps VALIDATE CONSTRAINT steps_state_labels_plumbline_new;

-- 20. ALTER column public.tasks.earlier
ALTER TABLE public.tasks ADD CONSTRAINT tasks_earlier_labels_plumbline_new CHECK (NOT earlier::text[] && ARRAY['on hold'] OR earlier_plumbline_new IS NOT NULL) NOT VALID;

-- 21. ALTER column public.tasks.earlier, ALONE, DATA_DEPENDENT
ALTER TABLE public.tasks VALIDATE CONSTRAINT tasks_earlier_labels_plumbline_new;

-- 22. ALTER column public.tasks.state
ALTER TABLE public.tasks ADD CONSTRAINT tasks_state_not_null_plumbline_new NOT NULL state_plumbline_new NOT VALID;

-- 23. ALTER column public.tasks.state, ALONE, DATA_DEPENDENT
ALTER TABLE public.tasks VALIDATE CONSTRAINT tasks_state_not_null_plumbline_new;

-- 24. ALTER enum type public.state
LOCK TABLE public.steps IN ACCESS EXCLUSIVE MODE;
LOCK TABLE public.tasks IN ACCESS EXCLUSIVE MODE;
ALTER TYPE public.state RENAME TO state__plumbline_old;
ALTER TYPE public.state_plumbline_new RENAME TO state;
ALTER TABLE public.steps DROP CONSTRAINT steps_state_labels_plumbline_new;
DROP TRIGGER "~steps_state_plumbline_sync" ON public.steps;
DROP FUNCTION public.steps_state_plumbline_sync();
ALTER TABLE public.steps DROP COLUMN state;
ALTER TABLE public.steps RENAME COLUMN state_plumbline_new TO state;
ALTER INDEX public.steps_state_plumbline_new RENAME TO steps_state;
ALTER TABLE public.steps RENAME CONSTRAINT steps_state_check_plumbline_new TO steps_state_check;
ALTER TABLE public.tasks DROP CONSTRAINT tasks_earlier_labels_plumbline_new;
DROP TRIGGER "~tasks_earlier_plumbline_sync" ON public.tasks;
DROP FUNCTION public.tasks_earlier_plumbline_sync();
ALTER TABLE public.tasks ALTER COLUMN earlier_plumbline_new SET DEFAULT '{draft,open}'::public.state[];
ALTER TABLE public.tasks DROP COLUMN earlier;
ALTER TABLE public.tasks RENAME COLUMN earlier_plumbline_new TO earlier;
DROP TRIGGER "~tasks_state_plumbline_sync" ON public.tasks;
DROP FUNCTION public.tasks_state_plumbline_sync();
ALTER TABLE public.tasks ALTER COLUMN state_plumbline_new SET DEFAULT 'open'::public.state;
ALTER TABLE public.tasks DROP COLUMN state;
ALTER TABLE public.tasks RENAME COLUMN state_plumbline_new TO state;
ALTER TABLE public.tasks RENAME CONSTRAINT tasks_state_not_null_plumbline_new TO tasks_state_not_null;
ALTER INDEX public.tasks_open_plumbline_new RENAME TO tasks_open;
ALTER TABLE public.tasks ADD CONSTRAINT tasks_public_state UNIQUE USING INDEX tasks_public_state_plumbline_new;
ALTER TABLE public.tasks RENAME CONSTRAINT tasks_state_plumbline_new TO tasks_state;
COMMENT ON COLUMN public.tasks.state IS 'Never empty.';
GRANT SELECT (state) ON TABLE public.tasks TO app_reader;
DROP TYPE public.state__plumbline_old;

-- 25. CREATE comment on constraint public.tasks.tasks_state
COMMENT ON CONSTRAINT tasks_state ON public.tasks IS 'A draft has a name.';

-- 26. CREATE comment on enum type public.state
COMMENT ON TYPE public.state IS 'Where a task stands.';

-- 27. CREATE comment on index public.tasks_open
COMMENT ON INDEX public.tasks_open IS 'Serves the list.';

-- 28. CREATE grant to PUBLIC on enum type public.state
REVOKE USAGE ON TYPE public.state FROM PUBLIC;

-- 29. CREATE grant to app_reader on enum type public.state
GRANT USAGE ON TYPE public.state TO app_reader;

-- reverse

-- 1. CREATE enum type public.state_plumbline_new
CREATE TYPE public.state_plumbline_new AS ENUM ('draft', 'open', 'on hold', 'done');

-- 2. ALTER column public.steps.state
ALTER TABLE public.steps ADD COLUMN IF NOT EXISTS state_plumbline_new public.state_plumbline_new;
CREATE OR REPLACE FUNCTION public.steps_state_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.state_plumbline_new := NEW.state::text::public.state_plumbline_new; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.steps_state_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~steps_state_plumbline_sync" BEFORE INSERT OR UPDATE ON public.steps FOR EACH ROW EXECUTE FUNCTION public.steps_state_plumbline_sync();
ALTER TABLE public.steps ENABLE ALWAYS TRIGGER "~steps_state_plumbline_sync";

-- 3. CONVERT column public.steps.state, BATCHES, DATA_DEPENDENT
UPDATE public.steps SET state_plumbline_new = state::text::public.state_plumbline_new WHERE state_plumbline_new IS NULL AND state IS NOT NULL;

-- 4. ALTER column public.steps.state
ALTER TABLE public.steps ADD CONSTRAINT steps_state_check_plumbline_new CHECK ((state_plumbline_new = ANY (ARRAY['open'::public.state_plumbline_new, 'done'::public.state_plumbline_new]))) NOT VALID;

-- 5. ALTER column public.steps.state, ALONE, DATA_DEPENDENT
ALTER TABLE public.steps VALIDATE CONSTRAINT steps_state_check_plumbline_new;

-- 6. ALTER column public.tasks.earlier
ALTER TABLE public.tasks ADD COLUMN IF NOT EXISTS earlier_plumbline_new public.state_plumbline_new[];
CREATE OR REPLACE FUNCTION public.tasks_earlier_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.earlier_plumbline_new := NEW.earlier::text[]::public.state_plumbline_new[]; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.tasks_earlier_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~tasks_earlier_plumbline_sync" BEFORE INSERT OR UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.tasks_earlier_plumbline_sync();
ALTER TABLE public.tasks ENABLE ALWAYS TRIGGER "~tasks_earlier_plumbline_sync";

-- 7. CONVERT column public.tasks.earlier, BATCHES, DATA_DEPENDENT
UPDATE public.tasks SET earlier_plumbline_new = earlier::text[]::public.state_plumbline_new[] WHERE earlier_plumbline_new IS NULL AND earlier IS NOT NULL;

-- 8. ALTER column public.tasks.state
ALTER TABLE public.tasks ADD COLUMN IF NOT EXISTS state_plumbline_new public.state_plumbline_new;
CREATE OR REPLACE FUNCTION public.tasks_state_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.state_plumbline_new := NEW.state::text::public.state_plumbline_new; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.tasks_state_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~tasks_state_plumbline_sync" BEFORE INSERT OR UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.tasks_state_plumbline_sync();
ALTER TABLE public.tasks ENABLE ALWAYS TRIGGER "~tasks_state_plumbline_sync";

-- 9. CONVERT column public.tasks.state, BATCHES, DATA_DEPENDENT
UPDATE public.tasks SET state_plumbline_new = state::text::public.state_plumbline_new WHERE state_plumbline_new IS NULL AND state IS NOT NULL;

-- 10. ALTER column public.tasks.state
ALTER TABLE public.tasks ADD CONSTRAINT tasks_state_plumbline_new CHECK (((state_plumbline_new <> 'draft'::public.state_plumbline_new) OR (public <> ''::text))) NOT VALID;

-- 11. ALTER column public.tasks.state, ALONE, DATA_DEPENDENT
ALTER TABLE public.tasks VALIDATE CONSTRAINT tasks_state_plumbline_new;

-- 12. ALTER column public.tasks.state
ALTER TABLE public.tasks ADD CONSTRAINT tasks_state_not_null_plumbline_new NOT NULL state_plumbline_new NOT VALID;

-- 13. ALTER column public.tasks.state, ALONE, DATA_DEPENDENT
ALTER TABLE public.tasks VALIDATE CONSTRAINT tasks_state_not_null_plumbline_new;

-- 14. CREATE index public.steps_state_plumbline_new, OUTSIDE
CREATE INDEX CONCURRENTLY steps_state_plumbline_new ON public.steps USING btree (state_plumbline_new);

-- 15. CREATE index public.tasks_open_plumbline_new, OUTSIDE
CREATE INDEX CONCURRENTLY tasks_open_plumbline_new ON public.tasks USING btree (state_plumbline_new DESC, id) WHERE (state_plumbline_new = 'open'::public.state_plumbline_new);

-- 16. CREATE index public.tasks_public_state_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY tasks_public_state_plumbline_new ON public.tasks USING btree (public, state_plumbline_new);

-- 17. ALTER enum type public.state
LOCK TABLE public.steps IN ACCESS EXCLUSIVE MODE;
LOCK TABLE public.tasks IN ACCESS EXCLUSIVE MODE;
ALTER TYPE public.state RENAME TO state__plumbline_old;
ALTER TYPE public.state_plumbline_new RENAME TO state;
DROP TRIGGER "~steps_state_plumbline_sync" ON public.steps;
DROP FUNCTION public.steps_state_plumbline_sync();
ALTER TABLE public.steps DROP COLUMN state;
ALTER TABLE public.steps RENAME COLUMN state_plumbline_new TO state;
ALTER INDEX public.steps_state_plumbline_new RENAME TO steps_state;
ALTER TABLE public.steps RENAME CONSTRAINT steps_state_check_plumbline_new TO steps_state_check;
DROP TRIGGER "~tasks_earlier_plumbline_sync" ON public.tasks;
DROP FUNCTION public.tasks_earlier_plumbline_sync();
ALTER TABLE public.tasks ALTER COLUMN earlier_plumbline_new SET DEFAULT '{draft,open}'::public.state[];
ALTER TABLE public.tasks DROP COLUMN earlier;
ALTER TABLE public.tasks RENAME COLUMN earlier_plumbline_new TO earlier;
DROP TRIGGER "~tasks_state_plumbline_sync" ON public.tasks;
DROP FUNCTION public.tasks_state_plumbline_sync();
ALTER TABLE public.tasks ALTER COLUMN state_plumbline_new SET DEFAULT 'on hold'::public.state;
ALTER TABLE public.tasks DROP COLUMN state;
ALTER TABLE public.tasks RENAME COLUMN state_plumbline_new TO state;
ALTER TABLE public.tasks RENAME CONSTRAINT tasks_state_not_null_plumbline_new TO tasks_state_not_null;
ALTER INDEX public.tasks_open_plumbline_new RENAME TO tasks_open;
ALTER TABLE public.tasks ADD CONSTRAINT tasks_public_state UNIQUE USING INDEX tasks_public_state_plumbline_new;
ALTER TABLE public.tasks RENAME CONSTRAINT tasks_state_plumbline_new TO tasks_state;
COMMENT ON COLUMN public.tasks.state IS 'Never empty.';
GRANT SELECT (state) ON TABLE public.tasks TO app_reader;
DROP TYPE public.state__plumbline_old;

-- 18. CREATE comment on constraint public.tasks.tasks_state
COMMENT ON CONSTRAINT tasks_state ON public.tasks IS 'A draft has a name.';

-- 19. CREATE comment on enum type public.state
COMMENT ON TYPE public.state IS 'Where a task stands.';

-- 20. CREATE comment on index public.tasks_open
COMMENT ON INDEX public.tasks_open IS 'Serves the list.';

-- 21. CREATE grant to PUBLIC on enum type public.state
REVOKE USAGE ON TYPE public.state FROM PUBLIC;

-- 22. CREATE grant to app_reader on enum type public.state
GRANT USAGE ON TYPE public.state TO app_reader;
