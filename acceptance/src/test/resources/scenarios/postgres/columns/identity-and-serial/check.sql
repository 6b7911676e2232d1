SELECT 1 WHERE (SELECT array_agg(id ORDER BY id) FROM a) <> '{1,2}';
SELECT 1 FROM pg_sequences WHERE sequencename IN ('a_id_seq', 'b_id_seq') AND last_value IS DISTINCT FROM 2;
SELECT 1 WHERE nextval(pg_get_serial_sequence('c', 'id')) <= 2;
