SELECT 1 WHERE (SELECT array_agg(id ORDER BY id) FROM a) <> '{1,2}';
SELECT 1 WHERE nextval(pg_get_serial_sequence('a', 'id')) <= 2;
SELECT 1 WHERE nextval(pg_get_serial_sequence('b', 'id')) <= 2;
SELECT 1 WHERE nextval(pg_get_serial_sequence('c', 'id')) <= 2;
SELECT 1 WHERE nextval(pg_get_serial_sequence('d', 'id')) <= 10;
