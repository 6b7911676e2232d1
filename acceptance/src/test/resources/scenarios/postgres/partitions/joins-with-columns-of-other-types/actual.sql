CREATE SCHEMA app;
-- The parent stays as it is; the table that joins it has other types, and a default that must go with its column.
CREATE TABLE app.orders (region int NOT NULL, note text, amount numeric(12,2)) PARTITION BY LIST (region);
CREATE TABLE app.orders_east (region int NOT NULL, note varchar(20) DEFAULT 'none', amount integer);
CREATE INDEX ON app.orders_east (note);
-- Both change to the same type.
CREATE TABLE app.visits (day date NOT NULL, hits integer) PARTITION BY RANGE (day);
CREATE TABLE app.visits_old PARTITION OF app.visits FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE app.visits_new (day date NOT NULL, hits integer);
-- From one parent to another, whose column has another type.
CREATE TABLE app.left_side (id int NOT NULL, code varchar(5)) PARTITION BY LIST (id);
CREATE TABLE app.right_side (id int NOT NULL, code text COLLATE "C") PARTITION BY LIST (id);
CREATE TABLE app.wanderer PARTITION OF app.left_side FOR VALUES IN (1);
-- The key of the parent that it joins.
CREATE TABLE app.keyed (id bigint NOT NULL, v text) PARTITION BY HASH (id);
CREATE TABLE app.keyed_0 (id integer NOT NULL, v text);
-- NOT NULL comes to both, and both are there.
CREATE TABLE app.stays (id int NOT NULL, at date) PARTITION BY LIST (id);
CREATE TABLE app.stays_1 (id int NOT NULL, at date);
-- The parent is made again, since its key changes its type.
CREATE TABLE app.rekeyed (id int, at date NOT NULL) PARTITION BY LIST (id);
CREATE TABLE app.rekeyed_1 PARTITION OF app.rekeyed FOR VALUES IN (1);
