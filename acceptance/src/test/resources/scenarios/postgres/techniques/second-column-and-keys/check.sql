SELECT 1 WHERE (SELECT sum(price) FROM items) <> 30;
SELECT 1 WHERE (SELECT count(*) FROM pg_catalog.pg_constraint WHERE contype = 'f' AND NOT convalidated) > 0;
-- after the reverse
SELECT 1 WHERE (SELECT sum(tree) FROM trees) <> 2;
