SELECT 1 WHERE nextval('numbers') <> 3;
