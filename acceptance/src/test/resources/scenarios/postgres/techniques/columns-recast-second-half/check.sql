SELECT 1 WHERE (SELECT string_agg(total::text, ',' ORDER BY id) FROM orders WHERE id < 4) <> '12.50,0.02,7.00';
SELECT 1 FROM orders WHERE id > 3 AND total <> id / 100.0;
SELECT 1 FROM pg_trigger WHERE tgname LIKE '%plumbline%';
-- after the reverse
SELECT 1 WHERE (SELECT string_agg(amount || '/' || total, ',' ORDER BY id) FROM orders WHERE id < 4) <> '1250/12.50,2/0.02,700/7.00';
SELECT 1 FROM orders WHERE id > 3 AND amount <> id;
SELECT 1 WHERE (SELECT count(*) FROM pg_trigger WHERE tgname LIKE '%plumbline%') <> 1;
