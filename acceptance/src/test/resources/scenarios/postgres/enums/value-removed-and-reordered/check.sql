SELECT 1 WHERE (SELECT array_agg(m::text ORDER BY id) FROM people) IS DISTINCT FROM '{happy,sad}'::text[];
SELECT 1 FROM people WHERE id = 1 AND past::text <> '{sad,happy}';
SELECT 1 WHERE (SELECT count(*) FROM happy_people) <> 1;
