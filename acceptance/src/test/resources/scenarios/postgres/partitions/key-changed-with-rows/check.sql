SELECT count(*) FROM plain HAVING count(*) <> 2;
SELECT count(*) FROM plain_rest HAVING count(*) <> 1;
SELECT * FROM plain WHERE twice <> 14;
SELECT c FROM counted WHERE c <> 2;
SELECT count(*) FROM log HAVING count(*) <> 2;
SELECT count(*) FROM parts_1 HAVING count(*) <> 2;
SELECT count(*) FROM parts HAVING count(*) <> 3;
SELECT 1 WHERE nextval('plain_id_seq') <> 3;
SELECT 1 WHERE nextval(pg_get_serial_sequence('parts', 'id')) <> 4;
-- after the reverse
SELECT count(*) FROM plain HAVING count(*) <> 2;
SELECT count(*) FROM log HAVING count(*) <> 2;
SELECT count(*) FROM parts_1 HAVING count(*) <> 2;
SELECT count(*) FROM parts_old HAVING count(*) <> 1;
SELECT 1 WHERE nextval('plain_id_seq') <> 3;
