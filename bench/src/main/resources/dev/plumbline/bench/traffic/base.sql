-- SPDX-License-Identifier: Apache-2.0
-- A shop: what every change is made to.
CREATE TYPE order_state AS ENUM ('new', 'paid', 'shipped', 'lost', 'unused');
CREATE DOMAIN amount AS numeric(10, 2);

CREATE TABLE customers (
    id bigint CONSTRAINT customers_pkey PRIMARY KEY,
    email text NOT NULL,
    name varchar(40)
);

CREATE TABLE orders (
    id bigint CONSTRAINT orders_pkey PRIMARY KEY,
    customer_id bigint NOT NULL,
    state order_state NOT NULL DEFAULT 'new',
    code varchar(20) NOT NULL,
    note text,
    label text,
    shelf text,
    lane int NOT NULL,
    quantity int NOT NULL,
    price numeric(10, 2) NOT NULL,
    tax amount,
    placed timestamp NOT NULL,
    details jsonb
);
CREATE INDEX orders_customer ON orders (customer_id);
CREATE INDEX orders_placed ON orders (placed);
CREATE VIEW order_prices AS SELECT id, price FROM orders;

CREATE TABLE payments (
    order_id bigint NOT NULL,
    part int NOT NULL,
    paid timestamp NOT NULL,
    sum numeric(10, 2) NOT NULL
);
CREATE INDEX payments_order ON payments (order_id);
ALTER TABLE payments ADD CONSTRAINT payments_positive CHECK (sum >= 0) NOT VALID;

CREATE TABLE refunds (
    id bigint CONSTRAINT refunds_pkey PRIMARY KEY,
    order_id bigint NOT NULL CONSTRAINT refunds_order REFERENCES orders (id)
);

CREATE TABLE coupons (
    id bigint CONSTRAINT coupons_pkey PRIMARY KEY,
    order_id bigint NOT NULL CONSTRAINT coupons_order REFERENCES orders (id)
);

CREATE TABLE visits (customer_id bigint NOT NULL, at timestamp NOT NULL, page text) PARTITION BY RANGE (at);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE visits_3 (customer_id bigint NOT NULL, at timestamp NOT NULL, page text);

CREATE TABLE readings (shelf int NOT NULL, at timestamp NOT NULL, degrees int) PARTITION BY RANGE (at);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE readings_2 PARTITION OF readings FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE readings_rest PARTITION OF readings DEFAULT;
CREATE TABLE readings_3 (shelf int NOT NULL, at timestamp NOT NULL, degrees int);
