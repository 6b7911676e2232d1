SELECT 1 WHERE nextval('b') <> 2 OR nextval('owned') <> 2;
