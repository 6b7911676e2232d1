SELECT count(*) = 2 FROM child;
SELECT child = 10 FROM grandchild;
DELETE FROM parent WHERE id = 1;
SELECT count(*) = 1 FROM child;
SELECT child IS NULL FROM grandchild;
