SELECT 1 FROM d1 WHERE (id, state::text, (pair).a, lower(span)) NOT IN ((1, 'done', 1, 1), (3, 'open', 3, 3), (4, 'open', 4, 4));
SELECT 1 FROM d2 WHERE state::text <> 'open';
SELECT 1 WHERE (SELECT count(*) FROM d2 WHERE (pair).a = lower(span)) <> 2 OR (SELECT count(*) FROM single WHERE states = '{open,done}' AND state = 'done') <> 1;
