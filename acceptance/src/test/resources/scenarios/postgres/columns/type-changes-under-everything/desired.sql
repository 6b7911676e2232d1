CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, amount numeric(12,2) NOT NULL DEFAULT 0,
    doubled numeric GENERATED ALWAYS AS (amount * 2) STORED, CONSTRAINT positive CHECK (amount >= 0));
CREATE INDEX orders_amount ON orders (amount);
CREATE INDEX orders_expr ON orders ((amount + 1)) WHERE amount > 10;
CREATE STATISTICS orders_stats ON customer, amount FROM orders;
CREATE VIEW totals AS SELECT customer, sum(amount) AS total FROM orders GROUP BY customer;
CREATE VIEW big_totals AS SELECT * FROM totals WHERE total > 100;
CREATE MATERIALIZED VIEW cached AS SELECT customer, amount FROM orders;
CREATE INDEX cached_amount ON cached (amount);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY affordable ON orders FOR SELECT TO app_reader USING (amount < 1000);
COMMENT ON VIEW big_totals IS 'the big ones';
GRANT SELECT ON big_totals TO app_reader;
CREATE FUNCTION log_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER amount_changes BEFORE UPDATE OF amount ON orders FOR EACH ROW
    WHEN (NEW.amount > OLD.amount) EXECUTE FUNCTION log_it();
