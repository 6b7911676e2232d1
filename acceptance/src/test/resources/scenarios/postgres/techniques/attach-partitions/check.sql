SELECT 1 WHERE (SELECT count(*) FROM r) <> 4 OR (SELECT count(*) FROM m) <> 5 OR (SELECT count(*) FROM l) <> 4 OR (SELECT count(*) FROM b) <> 3 OR (SELECT count(*) FROM "H") = 0;
SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid;
SELECT conname FROM pg_constraint WHERE NOT convalidated OR conname LIKE '%plumbline%';
