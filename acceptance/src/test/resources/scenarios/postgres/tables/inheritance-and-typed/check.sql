SELECT 1 WHERE (SELECT count(*) FROM base) <> 2;
