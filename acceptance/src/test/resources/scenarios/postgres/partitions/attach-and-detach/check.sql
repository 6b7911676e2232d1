SELECT 1 WHERE (SELECT count(*) FROM e WHERE id = 2) <> 1 OR (SELECT count(*) FROM plain_1) <> 1;
