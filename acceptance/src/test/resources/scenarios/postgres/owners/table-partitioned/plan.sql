-- 1. CREATE table public.events_plumbline_new
CREATE TABLE public.events_plumbline_new (
    id integer DEFAULT nextval('public.events_id_seq'::regclass) CONSTRAINT events_id_not_null NOT NULL,
    at date CONSTRAINT events_at_not_null NOT NULL,
    note text,
    CONSTRAINT events_pkey_plumbline_new PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
ALTER TABLE public.events_plumbline_new OWNER TO app_owner;
CREATE TABLE public.events_all PARTITION OF public.events_plumbline_new DEFAULT;
LOCK TABLE public.events IN SHARE ROW EXCLUSIVE MODE;
CREATE OR REPLACE FUNCTION public.events_plumbline_copy() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET row_security = off AS $plumbline$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE public.events_plumbline_new;
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (OLD.id IS DISTINCT FROM NEW.id OR OLD.at IS DISTINCT FROM NEW.at)) THEN
        DELETE FROM public.events_plumbline_new AS held WHERE held.id = OLD.id AND held.at = OLD.at;
        IF NOT FOUND AND pg_catalog.current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
            BEGIN
                INSERT INTO public.events_plumbline_new (id, at, note) OVERRIDING SYSTEM VALUE SELECT OLD.id, OLD.at, OLD.note ON CONFLICT DO NOTHING;
                DELETE FROM public.events_plumbline_new AS held WHERE held.id = OLD.id AND held.at = OLD.at;
            EXCEPTION WHEN foreign_key_violation THEN
            END;
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO public.events_plumbline_new (id, at, note) OVERRIDING SYSTEM VALUE SELECT held.id, held.at, held.note FROM public.events AS held WHERE held.id = NEW.id
            ON CONFLICT (id, at) DO UPDATE SET id = EXCLUDED.id, at = EXCLUDED.at, note = EXCLUDED.note;
    END IF;
    RETURN NULL;
END
$plumbline$;
ALTER FUNCTION public.events_plumbline_copy() OWNER TO CURRENT_USER;
REVOKE ALL ON FUNCTION public.events_plumbline_copy() FROM PUBLIC;
CREATE OR REPLACE TRIGGER "!events_plumbline_copy" AFTER INSERT OR UPDATE OR DELETE ON public.events FOR EACH ROW EXECUTE FUNCTION public.events_plumbline_copy();
ALTER TABLE public.events ENABLE ALWAYS TRIGGER "!events_plumbline_copy";
CREATE OR REPLACE TRIGGER "!all_events_plumbline_copy" AFTER TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION public.events_plumbline_copy();
ALTER TABLE public.events ENABLE ALWAYS TRIGGER "!all_events_plumbline_copy";

-- 2. CONVERT table public.events, BATCHES, DATA_DEPENDENT
INSERT INTO public.events_plumbline_new (id, at, note) OVERRIDING SYSTEM VALUE SELECT id, at, note FROM public.events WHERE (SELECT 1 FROM public.events_plumbline_new AS held WHERE held.id = events.id AND held.at = events.at LIMIT 1) IS NULL FOR SHARE ON CONFLICT DO NOTHING;

-- 3. ALTER table public.events_plumbline_new, ALONE
DO $$
DECLARE
  earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
    JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
      AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
  patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
BEGIN
  WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
    PERFORM pg_catalog.pg_sleep(0.02);
  END LOOP;
END
$$;
ANALYZE public.events_plumbline_new;

-- 4. CREATE table public.events
DROP VIEW public.recent;
LOCK TABLE public.events IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "!events_plumbline_copy" ON public.events;
DROP TRIGGER "!all_events_plumbline_copy" ON public.events;
DROP FUNCTION public.events_plumbline_copy();
ALTER SEQUENCE public.events_id_seq OWNED BY public.events_plumbline_new.id;
DROP TABLE public.events;
ALTER TABLE public.events_plumbline_new RENAME TO events;
ALTER TABLE public.events RENAME CONSTRAINT events_pkey_plumbline_new TO events_pkey;
CREATE VIEW public.recent (id, at, note) AS
SELECT id,
    at,
    note
   FROM public.events
  WHERE (at > '2026-01-01'::date);
ALTER VIEW public.recent OWNER TO app_writer;
CREATE POLICY own ON public.events FOR ALL TO app_writer USING ((note = CURRENT_USER));
GRANT INSERT ON TABLE public.events TO app_writer;
ALTER TABLE public.events ENABLE ROW LEVEL SECURITY;

-- reverse

-- 1. DROP view public.recent
DROP VIEW public.recent;

-- 2. DROP table public.events
SET LOCAL row_security = off;
LOCK TABLE public.events IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.events__plumbline_rows AS TABLE public.events;
DROP TABLE public.events;

-- 3. CREATE table public.events
CREATE TABLE public.events (
    id integer NOT NULL,
    at date NOT NULL,
    note text,
    CONSTRAINT events_pkey PRIMARY KEY (id)
);
ALTER TABLE public.events OWNER TO app_owner;

-- 4. CREATE sequence public.events_id_seq
CREATE SEQUENCE public.events_id_seq AS integer;
ALTER SEQUENCE public.events_id_seq OWNER TO app_owner;
ALTER SEQUENCE public.events_id_seq OWNED BY public.events.id;
SELECT pg_catalog.setval('public.events_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.events;

-- 5. CREATE column default public.events.id
ALTER TABLE ONLY public.events ALTER COLUMN id SET DEFAULT nextval('public.events_id_seq'::regclass);

-- 6. CONVERT table public.events, DATA_DEPENDENT
INSERT INTO public.events (id, at, note) SELECT id, at, note FROM public.events__plumbline_rows;
DROP TABLE public.events__plumbline_rows;
SELECT pg_catalog.setval('public.events_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.events;

-- 7. CREATE view public.recent
CREATE VIEW public.recent (id, at, note) AS
SELECT id,
    at,
    note
   FROM public.events
  WHERE (at > '2026-01-01'::date);
ALTER VIEW public.recent OWNER TO app_writer;

-- 8. CREATE policy public.events.own
CREATE POLICY own ON public.events FOR ALL TO app_writer USING ((note = CURRENT_USER));

-- 9. CREATE grant to app_writer on table public.events
GRANT INSERT ON TABLE public.events TO app_writer;

-- 10. ALTER table public.events
ALTER TABLE public.events ENABLE ROW LEVEL SECURITY;
