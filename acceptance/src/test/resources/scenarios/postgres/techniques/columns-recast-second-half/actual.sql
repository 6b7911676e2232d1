-- As 'plan --expand' leaves it, with the running application on "amount", in cents, and the next one on "total".
CREATE TABLE orders (
    id int PRIMARY KEY,
    amount int NOT NULL DEFAULT 0 CONSTRAINT positive CHECK (amount >= 0),
    note text,
    total numeric(12, 2) DEFAULT 0
);
CREATE INDEX orders_by_amount ON orders (amount);
CREATE INDEX orders_by_total ON orders (total);
CREATE VIEW amounts AS SELECT id, amount FROM orders;
CREATE FUNCTION orders_total_plumbline_both() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
#variable_conflict use_column
DECLARE
    first_written boolean;
    second_written boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        first_written := pg_catalog.record_image_ne(ROW(NEW.amount), ROW(CAST(0 AS integer)));
        second_written := pg_catalog.record_image_ne(ROW(NEW.total), ROW(CAST(0 AS numeric(12,2))));
        IF NOT first_written AND NOT second_written THEN
            second_written := NEW.amount IS NULL;
            first_written := NOT second_written;
        END IF;
    ELSE
        first_written := pg_catalog.record_image_ne(ROW(NEW.amount), ROW(OLD.amount));
        second_written := pg_catalog.record_image_ne(ROW(NEW.total), ROW(OLD.total));
    END IF;
    IF first_written AND NOT second_written THEN
        NEW.total := (SELECT amount / 100.0 FROM (SELECT NEW.*) AS orders);
    ELSIF second_written AND NOT first_written THEN
        NEW.amount := (SELECT (total * 100)::integer FROM (SELECT NEW.*) AS orders);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "~orders_total_plumbline_both" BEFORE INSERT OR UPDATE ON orders
    FOR EACH ROW EXECUTE FUNCTION orders_total_plumbline_both('1', 'amount', 'total');
ALTER TABLE orders ENABLE ALWAYS TRIGGER "~orders_total_plumbline_both";
