SELECT count(*) FROM events HAVING count(*) <> 80;
SELECT count(*) FROM events_2026_01 HAVING count(*) <> 31;
SELECT count(*) FROM events_2026_02 HAVING count(*) <> 28;
SELECT count(*) FROM events_rest HAVING count(*) <> 21;
SELECT * FROM events WHERE twice <> 2 * amount OR body <> '{"a": 1}' OR id <> amount;
SELECT 1 WHERE last_day() <> '2026-03-08';
SELECT 1 WHERE nextval(pg_get_serial_sequence('events', 'id')) <> 81;
-- after the reverse
SELECT count(*) FROM events HAVING count(*) <> 80;
SELECT * FROM events WHERE twice <> 2 * amount OR body <> '{"a": 1}' OR id <> amount;
SELECT 1 WHERE nextval(pg_get_serial_sequence('events', 'id')) <> 81;
