SELECT 1 WHERE (SELECT array_agg(id ORDER BY id) FROM e) <> '{2,3}' OR (SELECT count(*) FROM e_24) <> 1;
