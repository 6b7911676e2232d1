CREATE TYPE level AS ENUM ('low', 'high');
ALTER TABLE event ADD COLUMN level level NOT NULL DEFAULT 'low';
CREATE FUNCTION count_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE counter SET value = value + 1 WHERE name = 'indexed';
    RETURN NULL;
END $$;
CREATE TRIGGER counted AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION count_event();
INSERT INTO event SELECT i, 'counted', 'high' FROM generate_series(10, 20) i;
CREATE VIEW high AS SELECT id, what FROM event WHERE level = 'high';
