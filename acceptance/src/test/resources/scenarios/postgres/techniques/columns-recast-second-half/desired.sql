-- What the new application wrote is not computed from the old column, and the rename is none: each has its own.
CREATE TABLE orders (
    id int PRIMARY KEY,
    note text,
    -- plumbline: renamed from amount
    -- plumbline: using total / 100.0
    -- plumbline: reverse using (total * 100)::integer
    total numeric(12, 2) NOT NULL DEFAULT 0 CONSTRAINT positive CHECK (total >= 0)
);
CREATE INDEX orders_by_total ON orders (total);
CREATE VIEW amounts AS SELECT id, total AS amount FROM orders;
