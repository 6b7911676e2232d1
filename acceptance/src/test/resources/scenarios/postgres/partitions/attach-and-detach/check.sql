SELECT 1 WHERE (SELECT count(*) FROM e WHERE id = 2) <> 1 OR (SELECT count(*) FROM e_24) <> 1;
