SELECT 1 WHERE (SELECT count(*) FROM ck) <> 1 OR (SELECT count(*) FROM en) <> 2 OR (SELECT count(*) FROM bo) <> 3 OR (SELECT count(*) FROM nm) <> 1 OR (SELECT count(*) FROM ex) <> 1 OR (SELECT count(*) FROM ch) <> 2;
SELECT conname FROM pg_constraint WHERE NOT convalidated OR conname LIKE '%plumbline%';
