CREATE TABLE regions (code text PRIMARY KEY);
CREATE TABLE orders (
  id serial, region text NOT NULL CONSTRAINT orders_region REFERENCES regions ON DELETE CASCADE, state text DEFAULT 'new',
  size int, CONSTRAINT orders_pkey PRIMARY KEY (id), CONSTRAINT orders_in_region UNIQUE (region, id));
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
