SELECT 1 WHERE (SELECT array_agg(state::text ORDER BY id) FROM tasks) IS DISTINCT FROM '{open,done,open}'::text[];
SELECT 1 FROM tasks WHERE id = 1 AND past::text <> '{open,open,NULL}';
SELECT 1 WHERE (SELECT array_agg(size::text ORDER BY id) FROM shirts) IS DISTINCT FROM '{s,NULL,l}'::text[];
-- after the reverse
SELECT 1 WHERE (SELECT array_agg(state::text ORDER BY id) FROM tasks) IS DISTINCT FROM '{on hold,done,open}'::text[];
SELECT 1 WHERE (SELECT array_agg(size::text ORDER BY id) FROM shirts) IS DISTINCT FROM '{s,m,l}'::text[]
