-- 1. ALTER enum type public.size, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.shirts.size', held.label, pg_catalog.count(*) FROM (SELECT (nullif(size, 'm'))::text AS label FROM public.shirts) AS held WHERE held.label = ANY (ARRAY['m']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.size loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. ALTER enum type public.state, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.tasks.past', gone.label, pg_catalog.count(*) FROM pg_catalog.unnest(ARRAY['on hold']) AS gone (label) JOIN (SELECT (array_replace(past, 'on hold', 'open'))::text[] AS label FROM public.tasks) AS held ON gone.label = ANY (held.label) GROUP BY gone.label
    UNION ALL SELECT 'column public.tasks.state', held.label, pg_catalog.count(*) FROM (SELECT (CASE state WHEN 'on hold' THEN 'open' ELSE state END)::text AS label FROM public.tasks) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.state loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 3. CREATE enum type public.state_plumbline_new
CREATE TYPE public.state_plumbline_new AS ENUM ('open', 'done');

-- 4. ALTER column public.tasks.past
ALTER TABLE public.tasks ADD COLUMN IF NOT EXISTS past_plumbline_new public.state_plumbline_new[];
CREATE OR REPLACE FUNCTION public.tasks_past_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.past_plumbline_new := (SELECT CASE WHEN NOT (array_replace(past, 'on hold', 'open'))::text[] && ARRAY['on hold'] THEN (array_replace(past, 'on hold', 'open'))::text[]::public.state_plumbline_new[] END FROM (SELECT NEW.*) AS tasks); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.tasks_past_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~tasks_past_plumbline_sync" BEFORE INSERT OR UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.tasks_past_plumbline_sync();
ALTER TABLE public.tasks ENABLE ALWAYS TRIGGER "~tasks_past_plumbline_sync";

-- 5. CONVERT column public.tasks.past, BATCHES, DATA_DEPENDENT
UPDATE public.tasks SET past_plumbline_new = CASE WHEN NOT (array_replace(past, 'on hold', 'open'))::text[] && ARRAY['on hold'] THEN (array_replace(past, 'on hold', 'open'))::text[]::public.state_plumbline_new[] END WHERE past_plumbline_new IS NULL;

-- 6. ALTER column public.tasks.state
ALTER TABLE public.tasks ADD COLUMN IF NOT EXISTS state_plumbline_new public.state_plumbline_new;
CREATE OR REPLACE FUNCTION public.tasks_state_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.state_plumbline_new := (SELECT CASE WHEN (CASE state WHEN 'on hold' THEN 'open' ELSE state END)::text <> ALL (ARRAY['on hold']) THEN (CASE state WHEN 'on hold' THEN 'open' ELSE state END)::text::public.state_plumbline_new END FROM (SELECT NEW.*) AS tasks); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.tasks_state_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~tasks_state_plumbline_sync" BEFORE INSERT OR UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.tasks_state_plumbline_sync();
ALTER TABLE public.tasks ENABLE ALWAYS TRIGGER "~tasks_state_plumbline_sync";

-- 7. CONVERT column public.tasks.state, BATCHES, DATA_DEPENDENT
UPDATE public.tasks SET state_plumbline_new = CASE WHEN (CASE state WHEN 'on hold' THEN 'open' ELSE state END)::text <> ALL (ARRAY['on hold']) THEN (CASE state WHEN 'on hold' THEN 'open' ELSE state END)::text::public.state_plumbline_new END WHERE state_plumbline_new IS NULL;

-- 8. ALTER enum type public.state, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.tasks.past', gone.label, pg_catalog.count(*) FROM pg_catalog.unnest(ARRAY['on hold']) AS gone (label) JOIN (SELECT (array_replace(past, 'on hold', 'open'))::text[] AS label FROM public.tasks) AS held ON gone.label = ANY (held.label) GROUP BY gone.label
    UNION ALL SELECT 'column public.tasks.state', held.label, pg_catalog.count(*) FROM (SELECT (CASE state WHEN 'on hold' THEN 'open' ELSE state END)::text AS label FROM public.tasks) AS held WHERE held.label = ANY (ARRAY['on hold']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.state loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 9. ALTER column public.tasks.past
ALTER TABLE public.tasks ADD CONSTRAINT tasks_past_labels_plumbline_new CHECK (NOT (array_replace(past, 'on hold', 'open'))::text[] && ARRAY['on hold'] OR past_plumbline_new IS NOT NULL) NOT VALID;

-- 10. ALTER column public.tasks.past, ALONE, DATA_DEPENDENT
ALTER TABLE public.tasks VALIDATE CONSTRAINT tasks_past_labels_plumbline_new;

-- 11. ALTER column public.tasks.state
ALTER TABLE public.tasks ADD CONSTRAINT tasks_state_not_null_plumbline_new NOT NULL state_plumbline_new NOT VALID;

-- 12. ALTER column public.tasks.state, ALONE, DATA_DEPENDENT
ALTER TABLE public.tasks VALIDATE CONSTRAINT tasks_state_not_null_plumbline_new;

-- 13. ALTER enum type public.state
LOCK TABLE public.tasks IN ACCESS EXCLUSIVE MODE;
ALTER TYPE public.state RENAME TO state__plumbline_old;
ALTER TYPE public.state_plumbline_new RENAME TO state;
ALTER TABLE public.tasks DROP CONSTRAINT tasks_past_labels_plumbline_new;
DROP TRIGGER "~tasks_past_plumbline_sync" ON public.tasks;
DROP FUNCTION public.tasks_past_plumbline_sync();
ALTER TABLE public.tasks DROP COLUMN past;
ALTER TABLE public.tasks RENAME COLUMN past_plumbline_new TO past;
DROP TRIGGER "~tasks_state_plumbline_sync" ON public.tasks;
DROP FUNCTION public.tasks_state_plumbline_sync();
ALTER TABLE public.tasks DROP COLUMN state;
ALTER TABLE public.tasks RENAME COLUMN state_plumbline_new TO state;
ALTER TABLE public.tasks RENAME CONSTRAINT tasks_state_not_null_plumbline_new TO tasks_state_not_null;
DROP TYPE public.state__plumbline_old;

-- 14. DROP view public.sizes
DROP VIEW public.sizes;

-- 15. ALTER enum type public.size, DATA_DEPENDENT REWRITE
ALTER TYPE public.size RENAME TO size__plumbline_old;
CREATE TYPE public.size AS ENUM ('l', 's');
ALTER TABLE public.shirts ALTER COLUMN size TYPE public.size USING (nullif(size, 'm'))::text::public.size;
DROP TYPE public.size__plumbline_old;

-- 16. CREATE view public.sizes
CREATE VIEW public.sizes (size) AS
SELECT DISTINCT size
   FROM public.shirts;

-- reverse

-- 1. ALTER enum type public.state, ALONE, IRREVERSIBLE; loses the reverse must convert rows that use it
ALTER TYPE public.state ADD VALUE 'on hold' AFTER 'open';

-- 2. CONVERT column public.tasks.past
UPDATE public.tasks SET past = (past)::text[]::public.state[] WHERE past IS DISTINCT FROM ((past)::text[]::public.state[]);

-- 3. CONVERT column public.tasks.state
UPDATE public.tasks SET state = (CASE WHEN held THEN 'on hold' ELSE state::text END)::text::public.state WHERE state IS DISTINCT FROM ((CASE WHEN held THEN 'on hold' ELSE state::text END)::text::public.state);

-- 4. DROP view public.sizes
DROP VIEW public.sizes;

-- 5. ALTER enum type public.size, DATA_DEPENDENT
ALTER TYPE public.size RENAME TO size__plumbline_old;
CREATE TYPE public.size AS ENUM ('s', 'm', 'l');
ALTER TABLE public.shirts ALTER COLUMN size TYPE public.size USING (coalesce(size::text, 'm'))::text::public.size;
DROP TYPE public.size__plumbline_old;

-- 6. CREATE view public.sizes
CREATE VIEW public.sizes (size) AS
SELECT DISTINCT size
   FROM public.shirts;
