SELECT count(*) FROM orders HAVING count(*) <> 99;
SELECT count(*) FROM orders_eu_old HAVING count(*) <> 33;
SELECT count(*) FROM orders_eu_new HAVING count(*) <> 33;
SELECT count(*) FROM orders_us HAVING count(*) <> 33;
SELECT * FROM log;
SELECT * FROM orders WHERE id <> size;
SELECT 1 WHERE nextval('orders_id_seq') <> 100;
SELECT conname FROM pg_constraint WHERE NOT convalidated AND conparentid = 0;
-- after the reverse
SELECT count(*) FROM orders HAVING count(*) <> 99;
SELECT * FROM orders WHERE id <> size;
SELECT 1 WHERE nextval('orders_id_seq') <> 100;
