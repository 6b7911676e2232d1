SELECT 1 WHERE (nextval('up'), nextval('fresh'), nextval('within'), nextval('down')) <> (-100, 100, 51, -50);
SELECT 1 FROM full_up WHERE last_value <> 10 OR NOT is_called;
SELECT 1 WHERE nextval(pg_get_serial_sequence('t', 'id')) <> -100;
