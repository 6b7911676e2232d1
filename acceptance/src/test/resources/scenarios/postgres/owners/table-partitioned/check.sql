SELECT 1 FROM events HAVING count(*) <> 9;
SELECT 1 WHERE nextval('events_id_seq') <> 10;
