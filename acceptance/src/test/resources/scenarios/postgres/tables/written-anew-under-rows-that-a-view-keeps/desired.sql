CREATE SCHEMA app;
CREATE UNLOGGED TABLE app.orders (id integer PRIMARY KEY, total numeric);
CREATE VIEW app.shown AS SELECT o AS placed, 1 AS kind FROM app.orders o;
CREATE MATERIALIZED VIEW app.archive AS SELECT o AS placed FROM app.orders o;
CREATE INDEX archive_idx ON app.archive (placed);
CREATE MATERIALIZED VIEW app.nested AS SELECT s AS line FROM app.shown s;
CREATE MATERIALIZED VIEW app.sums AS SELECT count(*) AS number FROM app.orders;

CREATE TABLE app.parcels (id integer PRIMARY KEY, weight bigint);
CREATE MATERIALIZED VIEW app.sent AS SELECT p AS parcel FROM app.parcels p;
