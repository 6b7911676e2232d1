SELECT 1 WHERE (SELECT count(DISTINCT i) FROM p) <> 5 OR (SELECT min(i) FROM p) <> 13;
SELECT 1 WHERE nextval(pg_get_serial_sequence('p', 'i')) <= (SELECT max(i) FROM p);
SELECT 1 WHERE (SELECT count(DISTINCT i) FROM a) <> 3;
SELECT 1 WHERE nextval('"A numbers"') <= (SELECT max(i) FROM ONLY a);
-- after the reverse
SELECT 1 WHERE (SELECT i FROM gone) IS NULL;
