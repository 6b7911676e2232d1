-- 1. CREATE table public.events_plumbline_new
CREATE TABLE public.events_plumbline_new (
    id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.events_id_plumbline_seq) CONSTRAINT events_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT events_at_not_null NOT NULL,
    kind text DEFAULT 'seen'::text CONSTRAINT events_kind_not_null NOT NULL,
    body jsonb,
    amount numeric(10,2),
    twice numeric GENERATED ALWAYS AS ((amount * (2)::numeric)) STORED,
    CONSTRAINT events_pkey_plumbline_new PRIMARY KEY (id, at),
    CONSTRAINT events_amount_check CHECK ((amount >= (0)::numeric))
) PARTITION BY RANGE (at);
ALTER TABLE public.events_plumbline_new ALTER COLUMN kind SET STATISTICS 300;
ALTER TABLE public.events_plumbline_new ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE TABLE public.events_2026_01 PARTITION OF public.events_plumbline_new FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00');
CREATE TABLE public.events_2026_02 PARTITION OF public.events_plumbline_new FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01 00:00:00+00');
CREATE TABLE public.events_rest PARTITION OF public.events_plumbline_new DEFAULT;
CREATE INDEX events_rest_body ON public.events_rest USING gin (body);
CREATE INDEX events_at_plumbline_new ON public.events_plumbline_new USING btree (at DESC) WITH (fillfactor = 80);
CREATE INDEX events_kind_plumbline_new ON public.events_plumbline_new USING btree (lower(kind)) WHERE (amount > (0)::numeric);
ALTER INDEX public.events_kind_plumbline_new ALTER COLUMN 1 SET STATISTICS 200;
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
                INSERT INTO public.events_plumbline_new (id, at, kind, body, amount) OVERRIDING SYSTEM VALUE SELECT OLD.id, OLD.at, OLD.kind, OLD.body, OLD.amount ON CONFLICT DO NOTHING;
                DELETE FROM public.events_plumbline_new AS held WHERE held.id = OLD.id AND held.at = OLD.at;
            EXCEPTION WHEN foreign_key_violation THEN
            END;
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO public.events_plumbline_new (id, at, kind, body, amount) OVERRIDING SYSTEM VALUE SELECT held.id, held.at, held.kind, held.body, held.amount FROM public.events AS held WHERE held.id = NEW.id
            ON CONFLICT (id, at) DO UPDATE SET at = EXCLUDED.at, kind = EXCLUDED.kind, body = EXCLUDED.body, amount = EXCLUDED.amount;
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
INSERT INTO public.events_plumbline_new (id, at, kind, body, amount) OVERRIDING SYSTEM VALUE SELECT id, at, kind, body, amount FROM public.events WHERE (SELECT 1 FROM public.events_plumbline_new AS held WHERE held.id = events.id AND held.at = events.at LIMIT 1) IS NULL FOR SHARE ON CONFLICT DO NOTHING;

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
DROP FUNCTION public.last_day();
DROP VIEW public.days;
DROP VIEW public.seen;
LOCK TABLE public.events IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "!events_plumbline_copy" ON public.events;
DROP TRIGGER "!all_events_plumbline_copy" ON public.events;
DROP FUNCTION public.events_plumbline_copy();
SELECT pg_catalog.setval('public.events_id_plumbline_seq', last_value, is_called) FROM public.events_id_seq;
DROP TABLE public.events;
ALTER TABLE public.events_plumbline_new RENAME TO events;
ALTER TABLE public.events RENAME CONSTRAINT events_pkey_plumbline_new TO events_pkey;
ALTER INDEX public.events_at_plumbline_new RENAME TO events_at;
ALTER INDEX public.events_kind_plumbline_new RENAME TO events_kind;
ALTER SEQUENCE public.events_id_plumbline_seq RENAME TO events_id_seq;
CREATE VIEW public.seen (id, at) AS
SELECT id,
    at
   FROM public.events
  WHERE (kind = 'seen'::text);
CREATE VIEW public.days (day) AS
SELECT DISTINCT (at)::date AS day
   FROM public.seen;
CREATE OR REPLACE FUNCTION public.last_day()
 RETURNS date
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT max(days.day) AS max
    FROM public.days;
END;
COMMENT ON COLUMN public.events.kind IS 'which';
COMMENT ON INDEX public.events_at IS 'by time';
COMMENT ON TABLE public.events IS 'what happened';
COMMENT ON TABLE public.events_rest IS 'of no month';
GRANT INSERT, SELECT ON TABLE public.events TO app_reader;
GRANT SELECT ON TABLE public.seen TO app_reader;

-- reverse

-- 1. DROP function public.last_day()
DROP FUNCTION public.last_day();

-- 2. DROP view public.days
DROP VIEW public.days;

-- 3. DROP view public.seen
DROP VIEW public.seen;

-- 4. DROP table public.events
SET LOCAL row_security = off;
LOCK TABLE public.events IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.events__plumbline_rows AS TABLE public.events;
DROP TABLE public.events;

-- 5. CREATE table public.events
CREATE TABLE public.events (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'seen'::text NOT NULL,
    body jsonb,
    amount numeric(10,2),
    twice numeric GENERATED ALWAYS AS ((amount * (2)::numeric)) STORED,
    CONSTRAINT events_pkey PRIMARY KEY (id),
    CONSTRAINT events_amount_check CHECK ((amount >= (0)::numeric))
);
ALTER TABLE public.events ALTER COLUMN kind SET STATISTICS 300;
ALTER TABLE public.events ALTER COLUMN body SET STORAGE EXTERNAL;

-- 6. CONVERT table public.events, DATA_DEPENDENT
INSERT INTO public.events (id, at, kind, body, amount) OVERRIDING SYSTEM VALUE SELECT id, at, kind, body, amount FROM public.events__plumbline_rows;
DROP TABLE public.events__plumbline_rows;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.events', 'id'), GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.events;

-- 7. CREATE view public.seen
CREATE VIEW public.seen (id, at) AS
SELECT id,
    at
   FROM public.events
  WHERE (kind = 'seen'::text);

-- 8. CREATE view public.days
CREATE VIEW public.days (day) AS
SELECT DISTINCT (at)::date AS day
   FROM public.seen;

-- 9. CREATE function public.last_day()
CREATE OR REPLACE FUNCTION public.last_day()
 RETURNS date
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT max(days.day) AS max
    FROM public.days;
END;

-- 10. CREATE index public.events_at
CREATE INDEX events_at ON public.events USING btree (at DESC) WITH (fillfactor = 80);

-- 11. CREATE index public.events_kind
CREATE INDEX events_kind ON public.events USING btree (lower(kind)) WHERE (amount > (0)::numeric);
ALTER INDEX public.events_kind ALTER COLUMN 1 SET STATISTICS 200;

-- 12. CREATE comment on column public.events.kind
COMMENT ON COLUMN public.events.kind IS 'which';

-- 13. CREATE comment on index public.events_at
COMMENT ON INDEX public.events_at IS 'by time';

-- 14. CREATE comment on table public.events
COMMENT ON TABLE public.events IS 'what happened';

-- 15. CREATE grant to app_reader on table public.events
GRANT INSERT, SELECT ON TABLE public.events TO app_reader;

-- 16. CREATE grant to app_reader on view public.seen
GRANT SELECT ON TABLE public.seen TO app_reader;
