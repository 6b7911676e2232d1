SELECT 1 FROM users WHERE id = 90 AND (age IS NOT NULL OR born <> '2000-03-31 00:00:00+00' OR mood <> 'good' OR score <> 40);
SELECT 1 FROM users HAVING count(*) <> 3000 OR count(score) <> 2940 OR sum(score) <> 73500 OR count(age) <> 2967;
SELECT 1 FROM orders WHERE parent IS DISTINCT FROM nullif(number - 1, 9) OR user_id <> number - 9;
SELECT 1 WHERE nextval('users_id_seq') <> 3001 OR nextval(pg_get_serial_sequence('orders', 'number')) <> 3010;
SELECT 1 FROM pg_trigger WHERE tgname LIKE '%plumbline%';
SELECT 1 FROM pg_proc WHERE proname LIKE '%plumbline%';
-- after the reverse
SELECT 1 FROM users WHERE id = 90 AND (age IS NOT NULL OR born <> '2000-03-31 00:00:00' OR mood <> 'g' OR score <> 40);
SELECT 1 WHERE nextval('users_id_seq') <> 3002 OR nextval(pg_get_serial_sequence('orders', 'number')) <> 3011;
