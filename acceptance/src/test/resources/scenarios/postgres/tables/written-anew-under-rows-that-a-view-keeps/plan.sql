-- 1. DROP materialized view app.archive
DROP MATERIALIZED VIEW app.archive;

-- 2. DROP materialized view app.bundle
DROP MATERIALIZED VIEW app.bundle;

-- 3. DROP materialized view app.nested
DROP MATERIALIZED VIEW app.nested;

-- 4. ALTER table app.orders, REWRITE
ALTER TABLE app.orders SET UNLOGGED;

-- 5. CREATE materialized view app.archive, BLOCKING_SCAN
CREATE MATERIALIZED VIEW app.archive (placed) AS
SELECT o.*::app.orders AS placed
   FROM app.orders o
WITH DATA;

-- 6. CREATE materialized view app.nested, BLOCKING_SCAN
CREATE MATERIALIZED VIEW app.nested (line) AS
SELECT s.*::app.shown AS line
   FROM app.shown s
WITH DATA;

-- 7. CREATE index app.archive_idx
CREATE INDEX archive_idx ON app.archive USING btree (placed);

-- 8. DROP materialized view app.sent
DROP MATERIALIZED VIEW app.sent;

-- 9. ALTER column app.parcels.weight
ALTER TABLE app.parcels ADD COLUMN IF NOT EXISTS weight_plumbline_new bigint;
CREATE OR REPLACE FUNCTION app.parcels_weight_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.weight_plumbline_new := NEW.weight::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION app.parcels_weight_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~parcels_weight_plumbline_sync" BEFORE INSERT OR UPDATE ON app.parcels FOR EACH ROW EXECUTE FUNCTION app.parcels_weight_plumbline_sync();
ALTER TABLE app.parcels ENABLE ALWAYS TRIGGER "~parcels_weight_plumbline_sync";

-- 10. CONVERT column app.parcels.weight, BATCHES, DATA_DEPENDENT
UPDATE app.parcels SET weight_plumbline_new = weight::bigint WHERE weight_plumbline_new IS NULL AND weight IS NOT NULL;

-- 11. ALTER column app.parcels.weight
LOCK TABLE app.parcels IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~parcels_weight_plumbline_sync" ON app.parcels;
DROP FUNCTION app.parcels_weight_plumbline_sync();
ALTER TABLE app.parcels DROP COLUMN weight;
ALTER TABLE app.parcels RENAME COLUMN weight_plumbline_new TO weight;

-- 12. CREATE materialized view app.sent, BLOCKING_SCAN
CREATE MATERIALIZED VIEW app.sent (parcel) AS
SELECT p.*::app.parcels AS parcel
   FROM app.parcels p
WITH DATA;

-- reverse

-- 1. DROP materialized view app.archive
DROP MATERIALIZED VIEW app.archive;

-- 2. DROP materialized view app.nested
DROP MATERIALIZED VIEW app.nested;

-- 3. ALTER table app.orders
ALTER TABLE app.orders SET LOGGED;

-- 4. CREATE materialized view app.archive
CREATE MATERIALIZED VIEW app.archive (placed) AS
SELECT o.*::app.orders AS placed
   FROM app.orders o
WITH DATA;

-- 5. CREATE materialized view app.bundle
CREATE MATERIALIZED VIEW app.bundle (placed) AS
SELECT array_agg(o.*) AS placed
   FROM app.orders o
WITH DATA;

-- 6. CREATE materialized view app.nested
CREATE MATERIALIZED VIEW app.nested (line) AS
SELECT s.*::app.shown AS line
   FROM app.shown s
WITH DATA;

-- 7. CREATE index app.archive_idx
CREATE INDEX archive_idx ON app.archive USING btree (placed);

-- 8. DROP materialized view app.sent
DROP MATERIALIZED VIEW app.sent;

-- 9. ALTER column app.parcels.weight
ALTER TABLE app.parcels ADD COLUMN IF NOT EXISTS weight_plumbline_new integer;
CREATE OR REPLACE FUNCTION app.parcels_weight_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.weight_plumbline_new := NEW.weight::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION app.parcels_weight_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~parcels_weight_plumbline_sync" BEFORE INSERT OR UPDATE ON app.parcels FOR EACH ROW EXECUTE FUNCTION app.parcels_weight_plumbline_sync();
ALTER TABLE app.parcels ENABLE ALWAYS TRIGGER "~parcels_weight_plumbline_sync";

-- 10. CONVERT column app.parcels.weight, BATCHES, DATA_DEPENDENT
UPDATE app.parcels SET weight_plumbline_new = weight::integer WHERE weight_plumbline_new IS NULL AND weight IS NOT NULL;

-- 11. ALTER column app.parcels.weight
LOCK TABLE app.parcels IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~parcels_weight_plumbline_sync" ON app.parcels;
DROP FUNCTION app.parcels_weight_plumbline_sync();
ALTER TABLE app.parcels DROP COLUMN weight;
ALTER TABLE app.parcels RENAME COLUMN weight_plumbline_new TO weight;

-- 12. CREATE materialized view app.sent
CREATE MATERIALIZED VIEW app.sent (parcel) AS
SELECT p.*::app.parcels AS parcel
   FROM app.parcels p
WITH DATA;
