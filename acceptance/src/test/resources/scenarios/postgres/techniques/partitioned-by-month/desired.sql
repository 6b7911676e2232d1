-- plumbline: keep rows
CREATE TABLE events (
  id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL, kind text NOT NULL DEFAULT 'seen',
  body jsonb, amount numeric(10,2) CHECK (amount >= 0), twice numeric GENERATED ALWAYS AS (amount * 2) STORED,
  PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
ALTER TABLE events ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE events ALTER COLUMN kind SET STATISTICS 300;
CREATE TABLE events_2026_01 PARTITION OF events FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2026-02-01 00:00+00');
CREATE TABLE events_2026_02 PARTITION OF events FOR VALUES FROM ('2026-02-01 00:00+00') TO ('2026-03-01 00:00+00');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX events_rest_body ON events_rest USING gin (body);
COMMENT ON TABLE events_rest IS 'of no month';
CREATE INDEX events_at ON events (at DESC) WITH (fillfactor = 80);
CREATE INDEX events_kind ON events (lower(kind)) WHERE amount > 0;
ALTER INDEX events_kind ALTER COLUMN 1 SET STATISTICS 200;
COMMENT ON TABLE events IS 'what happened';
COMMENT ON COLUMN events.kind IS 'which';
COMMENT ON INDEX events_at IS 'by time';
GRANT SELECT, INSERT ON events TO app_reader;
CREATE VIEW seen AS SELECT id, at FROM events WHERE kind = 'seen';
GRANT SELECT ON seen TO app_reader;
CREATE VIEW days AS SELECT DISTINCT at::date AS day FROM seen;
CREATE FUNCTION last_day() RETURNS date LANGUAGE sql STABLE BEGIN ATOMIC SELECT max(day) FROM public.days; END;
