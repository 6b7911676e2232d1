CREATE TABLE regions (code text PRIMARY KEY);
-- plumbline: keep rows
CREATE TABLE orders (
  id serial, region text NOT NULL CONSTRAINT orders_region REFERENCES regions ON DELETE CASCADE, state text DEFAULT 'new',
  size int, CONSTRAINT orders_pkey PRIMARY KEY (region, id)) PARTITION BY LIST (region);
CREATE TABLE orders_eu PARTITION OF orders FOR VALUES IN ('de', 'fr') PARTITION BY RANGE (id);
CREATE TABLE orders_eu_old PARTITION OF orders_eu FOR VALUES FROM (MINVALUE) TO (50);
CREATE TABLE orders_eu_new PARTITION OF orders_eu FOR VALUES FROM (50) TO (MAXVALUE);
CREATE TABLE orders_us PARTITION OF orders FOR VALUES IN ('us');
CREATE TABLE lines (id int PRIMARY KEY, region text, orders int, CONSTRAINT lines_order FOREIGN KEY (region, orders) REFERENCES orders (region, id) ON DELETE CASCADE);
CREATE TABLE log (id int);
CREATE FUNCTION logged() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.log VALUES (NEW.id); RETURN NULL; END';
CREATE TRIGGER logs AFTER INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION logged();
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY large ON orders FOR SELECT TO app_reader USING (size > 10);
GRANT SELECT, INSERT ON orders TO app_reader;
GRANT USAGE ON SEQUENCE orders_id_seq TO app_reader;
CREATE STATISTICS orders_states (dependencies) ON region, state FROM orders;
ALTER TABLE orders REPLICA IDENTITY FULL;
CREATE VIEW open AS SELECT o.id, l.id AS line FROM orders o JOIN lines l ON l.orders = o.id;
