-- 1. DROP policy app.orders.large, AUTHORIZATION
DROP POLICY large ON app.orders;

-- 2. DROP materialized view app.sums
DROP MATERIALIZED VIEW app.sums;

-- 3. DROP view app.totals
DROP VIEW app.totals;

-- 4. ALTER column app.orders.total, DATA_DEPENDENT REWRITE
ALTER TABLE app.orders ALTER COLUMN total TYPE numeric USING total::numeric;

-- 5. CREATE view app.totals
CREATE VIEW app.totals (id, total) AS
SELECT id,
    total
   FROM app.orders;
ALTER VIEW app.totals OWNER TO app_writer;

-- 6. CREATE policy app.orders.large
CREATE POLICY large ON app.orders FOR SELECT TO app_reader, app_writer USING ((total > (10)::numeric));

-- 7. CREATE grant to <owner> on view app.totals
REVOKE DELETE ON TABLE app.totals FROM app_writer;

-- 8. CREATE grant to app_reader on view app.totals
GRANT SELECT ON TABLE app.totals TO app_reader;

-- 9. CREATE materialized view app.sums, BLOCKING_SCAN
CREATE MATERIALIZED VIEW app.sums (total) AS
SELECT sum(total) AS total
   FROM app.totals
WITH DATA;
ALTER MATERIALIZED VIEW app.sums OWNER TO app_writer;

-- 10. CREATE index app.sums_total_idx
CREATE INDEX sums_total_idx ON app.sums USING btree (total);

-- 11. CREATE comment on materialized view app.sums
COMMENT ON MATERIALIZED VIEW app.sums IS 'of all orders';

-- 12. CREATE function app.largest()
ALTER FUNCTION app.largest() RENAME TO largest_plumbline_old;
CREATE OR REPLACE FUNCTION app.largest()
 RETURNS numeric
 LANGUAGE sql
 SECURITY DEFINER
AS $function$SELECT max(total) FROM app.orders$function$;
ALTER FUNCTION app.largest() OWNER TO app_owner;

-- 13. CREATE grant to PUBLIC on function app.largest()
REVOKE EXECUTE ON FUNCTION app.largest() FROM PUBLIC;

-- 14. CREATE grant to app_reader on function app.largest()
GRANT EXECUTE ON FUNCTION app.largest() TO app_reader;

-- 15. DROP function app.largest_plumbline_old(), ALONE
DO $$
DECLARE
  earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
    JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
      AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
  patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
BEGIN
  WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
    PERFORM pg_catalog.pg_sleep(0.02);
  END LOOP;
END
$$;
DROP FUNCTION app.largest_plumbline_old();

-- reverse

-- 1. DROP policy app.orders.large, AUTHORIZATION
DROP POLICY large ON app.orders;

-- 2. DROP materialized view app.sums
DROP MATERIALIZED VIEW app.sums;

-- 3. DROP view app.totals
DROP VIEW app.totals;

-- 4. ALTER column app.orders.total, DATA_DEPENDENT
ALTER TABLE app.orders ALTER COLUMN total TYPE integer USING total::integer;

-- 5. CREATE view app.totals
CREATE VIEW app.totals (id, total) AS
SELECT id,
    total
   FROM app.orders;
ALTER VIEW app.totals OWNER TO app_writer;

-- 6. CREATE policy app.orders.large
CREATE POLICY large ON app.orders FOR SELECT TO app_reader, app_writer USING ((total > 10));

-- 7. CREATE grant to <owner> on view app.totals
REVOKE DELETE ON TABLE app.totals FROM app_writer;

-- 8. CREATE grant to app_reader on view app.totals
GRANT SELECT ON TABLE app.totals TO app_reader;

-- 9. CREATE materialized view app.sums
CREATE MATERIALIZED VIEW app.sums (total) AS
SELECT sum(total) AS total
   FROM app.totals
WITH DATA;
ALTER MATERIALIZED VIEW app.sums OWNER TO app_writer;

-- 10. CREATE index app.sums_total_idx
CREATE INDEX sums_total_idx ON app.sums USING btree (total);

-- 11. CREATE comment on materialized view app.sums
COMMENT ON MATERIALIZED VIEW app.sums IS 'of all orders';

-- 12. CREATE function app.largest()
ALTER FUNCTION app.largest() RENAME TO largest_plumbline_old;
CREATE OR REPLACE FUNCTION app.largest()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
AS $function$SELECT max(total) FROM app.orders$function$;
ALTER FUNCTION app.largest() OWNER TO app_owner;

-- 13. CREATE grant to PUBLIC on function app.largest()
REVOKE EXECUTE ON FUNCTION app.largest() FROM PUBLIC;

-- 14. CREATE grant to app_reader on function app.largest()
GRANT EXECUTE ON FUNCTION app.largest() TO app_reader;

-- 15. DROP function app.largest_plumbline_old(), ALONE
DO $$
DECLARE
  earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
    JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
      AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
  patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
BEGIN
  WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
    PERFORM pg_catalog.pg_sleep(0.02);
  END LOOP;
END
$$;
DROP FUNCTION app.largest_plumbline_old();
