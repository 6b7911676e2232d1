SELECT 1 FROM t WHERE length(token) <> 32 OR created IS NULL;
SELECT 1 WHERE (SELECT count(DISTINCT (ticket, number, always)) FROM t) <> 2;
SELECT 1 WHERE nextval('t_number_seq') <> 3;
