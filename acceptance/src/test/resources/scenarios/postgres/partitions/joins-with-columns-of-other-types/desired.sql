CREATE SCHEMA app;
CREATE TABLE app.orders (region int NOT NULL, note text, amount numeric(12,2)) PARTITION BY LIST (region);
CREATE TABLE app.orders_east PARTITION OF app.orders (note DEFAULT 'none') FOR VALUES IN (1);
CREATE INDEX ON app.orders_east (note);
CREATE TABLE app.visits (day date NOT NULL, hits bigint) PARTITION BY RANGE (day);
CREATE TABLE app.visits_old PARTITION OF app.visits FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE app.visits_new PARTITION OF app.visits FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE app.left_side (id int NOT NULL, code varchar(5)) PARTITION BY LIST (id);
CREATE TABLE app.right_side (id int NOT NULL, code text COLLATE "C") PARTITION BY LIST (id);
CREATE TABLE app.wanderer PARTITION OF app.right_side FOR VALUES IN (1);
-- The parent is new.
CREATE TABLE app.keyed (id bigint NOT NULL, v text) PARTITION BY HASH (id);
CREATE TABLE app.keyed_0 PARTITION OF app.keyed FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE app.stays (id int NOT NULL, at date NOT NULL) PARTITION BY LIST (id);
CREATE TABLE app.stays_1 PARTITION OF app.stays FOR VALUES IN (1);
CREATE TABLE app.rekeyed (id timestamp(3), at date NOT NULL) PARTITION BY LIST (id);
CREATE TABLE app.rekeyed_1 (LIKE app.rekeyed);
