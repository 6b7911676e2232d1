-- 1. ALTER table public.orders, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE number bigint; example text;
BEGIN
  SELECT pg_catalog.count(*) INTO number FROM public.orders WHERE (((((region IS NOT NULL) AND (region = ANY (ARRAY['de'::text, 'fr'::text])) AND (id IS NOT NULL) AND (id >= 50))) OR (((region IS NOT NULL) AND (region = ANY (ARRAY['de'::text, 'fr'::text])) AND (id IS NOT NULL) AND (id < 50)))) OR (((region IS NOT NULL) AND (region = 'us'::text)))) IS NOT TRUE;
  IF number > 0 THEN
    SELECT pg_catalog.concat_ws(', ', id) INTO example FROM public.orders WHERE (((((region IS NOT NULL) AND (region = ANY (ARRAY['de'::text, 'fr'::text])) AND (id IS NOT NULL) AND (id >= 50))) OR (((region IS NOT NULL) AND (region = ANY (ARRAY['de'::text, 'fr'::text])) AND (id IS NOT NULL) AND (id < 50)))) OR (((region IS NOT NULL) AND (region = 'us'::text)))) IS NOT TRUE ORDER BY id LIMIT 1;
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = number || CASE number WHEN 1 THEN ' row of table public.orders fits' ELSE ' rows of table public.orders fit' END || ' none of the declared partitions, such as that with (id) = (' || example || ')', HINT = 'Declare a partition for such rows, or a default partition, and run it again.';
  END IF;
END
$plumbline$;

-- 2. CREATE table public.orders_plumbline_new
CREATE TABLE public.orders_plumbline_new (
    id integer DEFAULT nextval('public.orders_id_seq'::regclass) CONSTRAINT orders_id_not_null NOT NULL,
    region text CONSTRAINT orders_region_not_null NOT NULL,
    state text DEFAULT 'new'::text,
    size integer,
    CONSTRAINT orders_pkey_plumbline_new PRIMARY KEY (region, id)
) PARTITION BY LIST (region);
CREATE TABLE public.orders_eu PARTITION OF public.orders_plumbline_new FOR VALUES IN ('de', 'fr') PARTITION BY RANGE (id);
CREATE TABLE public.orders_eu_new PARTITION OF public.orders_eu FOR VALUES FROM (50) TO (MAXVALUE);
CREATE TABLE public.orders_eu_old PARTITION OF public.orders_eu FOR VALUES FROM (MINVALUE) TO (50);
CREATE TABLE public.orders_us PARTITION OF public.orders_plumbline_new FOR VALUES IN ('us');
LOCK TABLE public.orders, public.regions IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.orders_plumbline_new ADD CONSTRAINT orders_region FOREIGN KEY (region) REFERENCES public.regions(code) ON DELETE CASCADE;
CREATE OR REPLACE FUNCTION public.orders_plumbline_copy() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET row_security = off AS $plumbline$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE public.orders_plumbline_new;
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (OLD.id IS DISTINCT FROM NEW.id OR OLD.region IS DISTINCT FROM NEW.region)) THEN
        DELETE FROM public.orders_plumbline_new AS held WHERE held.region = OLD.region AND held.id = OLD.id;
        IF NOT FOUND AND pg_catalog.current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
            BEGIN
                INSERT INTO public.orders_plumbline_new (id, region, state, size) OVERRIDING SYSTEM VALUE SELECT OLD.id, OLD.region, OLD.state, OLD.size ON CONFLICT DO NOTHING;
                DELETE FROM public.orders_plumbline_new AS held WHERE held.region = OLD.region AND held.id = OLD.id;
            EXCEPTION WHEN foreign_key_violation THEN
            END;
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO public.orders_plumbline_new (id, region, state, size) OVERRIDING SYSTEM VALUE SELECT held.id, held.region, held.state, held.size FROM public.orders AS held WHERE held.id = NEW.id
            ON CONFLICT (region, id) DO UPDATE SET id = EXCLUDED.id, region = EXCLUDED.region, state = EXCLUDED.state, size = EXCLUDED.size;
    END IF;
    RETURN NULL;
END
$plumbline$;
ALTER FUNCTION public.orders_plumbline_copy() OWNER TO CURRENT_USER;
REVOKE ALL ON FUNCTION public.orders_plumbline_copy() FROM PUBLIC;
CREATE OR REPLACE TRIGGER "!orders_plumbline_copy" AFTER INSERT OR UPDATE OR DELETE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.orders_plumbline_copy();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER "!orders_plumbline_copy";
CREATE OR REPLACE TRIGGER "!all_orders_plumbline_copy" AFTER TRUNCATE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION public.orders_plumbline_copy();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER "!all_orders_plumbline_copy";

-- 3. CONVERT table public.orders, BATCHES, DATA_DEPENDENT
INSERT INTO public.orders_plumbline_new (id, region, state, size) OVERRIDING SYSTEM VALUE SELECT id, region, state, size FROM public.orders WHERE (SELECT 1 FROM public.orders_plumbline_new AS held WHERE held.region = orders.region AND held.id = orders.id LIMIT 1) IS NULL FOR SHARE ON CONFLICT DO NOTHING;

-- 4. ALTER table public.orders_plumbline_new, ALONE
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
ANALYZE public.orders_plumbline_new;

-- 5. CREATE table public.orders
DROP VIEW public.open;
LOCK TABLE public.lines, public.regions, public.orders IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "!orders_plumbline_copy" ON public.orders;
DROP TRIGGER "!all_orders_plumbline_copy" ON public.orders;
DROP FUNCTION public.orders_plumbline_copy();
ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders_plumbline_new.id;
ALTER TABLE public.lines DROP CONSTRAINT lines_order;
DROP TABLE public.orders;
ALTER TABLE public.orders_plumbline_new RENAME TO orders;
ALTER TABLE public.orders RENAME CONSTRAINT orders_pkey_plumbline_new TO orders_pkey;
CREATE VIEW public.open (id, line) AS
SELECT o.id,
    l.id AS line
   FROM (public.orders o
     JOIN public.lines l ON ((l.orders = o.id)));
ALTER TABLE public.lines ADD CONSTRAINT lines_order FOREIGN KEY (region, orders) REFERENCES public.orders(region, id) ON DELETE CASCADE NOT VALID;
CREATE STATISTICS public.orders_states (dependencies) ON region, state FROM public.orders;
CREATE TRIGGER logs AFTER INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.logged();
CREATE POLICY large ON public.orders FOR SELECT TO app_reader USING ((size > 10));
GRANT USAGE ON SEQUENCE public.orders_id_seq TO app_reader;
GRANT INSERT, SELECT ON TABLE public.orders TO app_reader;
ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.orders REPLICA IDENTITY FULL;

-- 6. ALTER constraint public.lines.lines_order, ALONE, DATA_DEPENDENT
ALTER TABLE public.lines VALIDATE CONSTRAINT lines_order;

-- reverse

-- 1. DROP constraint public.lines.lines_order
ALTER TABLE public.lines DROP CONSTRAINT lines_order;

-- 2. DROP view public.open
DROP VIEW public.open;

-- 3. DROP table public.orders
SET LOCAL row_security = off;
LOCK TABLE public.orders IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.orders__plumbline_rows AS TABLE public.orders;
DROP TABLE public.orders;

-- 4. CREATE table public.orders
CREATE TABLE public.orders (
    id integer NOT NULL,
    region text NOT NULL,
    state text DEFAULT 'new'::text,
    size integer,
    CONSTRAINT orders_pkey PRIMARY KEY (id),
    CONSTRAINT orders_in_region UNIQUE (region, id)
);

-- 5. CREATE sequence public.orders_id_seq
CREATE SEQUENCE public.orders_id_seq AS integer OWNED BY public.orders.id;
SELECT pg_catalog.setval('public.orders_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.orders;

-- 6. CREATE column default public.orders.id
ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);

-- 7. CONVERT table public.orders, DATA_DEPENDENT
INSERT INTO public.orders (id, region, state, size) SELECT id, region, state, size FROM public.orders__plumbline_rows;
DROP TABLE public.orders__plumbline_rows;
SELECT pg_catalog.setval('public.orders_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.orders;

-- 8. CREATE view public.open
CREATE VIEW public.open (id, line) AS
SELECT o.id,
    l.id AS line
   FROM (public.orders o
     JOIN public.lines l ON ((l.orders = o.id)));

-- 9. CREATE constraint public.lines.lines_order, DATA_DEPENDENT
ALTER TABLE public.lines ADD CONSTRAINT lines_order FOREIGN KEY (region, orders) REFERENCES public.orders(region, id) ON DELETE CASCADE NOT VALID;

-- 10. CREATE constraint public.orders.orders_region, DATA_DEPENDENT
ALTER TABLE public.orders ADD CONSTRAINT orders_region FOREIGN KEY (region) REFERENCES public.regions(code) ON DELETE CASCADE;

-- 11. ALTER constraint public.lines.lines_order, ALONE, DATA_DEPENDENT
ALTER TABLE public.lines VALIDATE CONSTRAINT lines_order;

-- 12. CREATE statistics object public.orders_states
CREATE STATISTICS public.orders_states (dependencies) ON region, state FROM public.orders;

-- 13. CREATE trigger public.orders.logs
CREATE TRIGGER logs AFTER INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.logged();

-- 14. CREATE policy public.orders.large
CREATE POLICY large ON public.orders FOR SELECT TO app_reader USING ((size > 10));

-- 15. CREATE grant to app_reader on sequence public.orders_id_seq
GRANT USAGE ON SEQUENCE public.orders_id_seq TO app_reader;

-- 16. CREATE grant to app_reader on table public.orders
GRANT INSERT, SELECT ON TABLE public.orders TO app_reader;

-- 17. ALTER table public.orders
ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.orders REPLICA IDENTITY FULL;
