SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid;
SELECT conname FROM pg_constraint WHERE NOT convalidated;
SELECT conrelid::regclass, conname FROM pg_constraint WHERE contype IN ('p', 'u') AND conrelid NOT IN (SELECT partrelid FROM pg_partitioned_table) AND conparentid = 0 AND connamespace = 'public'::regnamespace;
SELECT relname FROM pg_class WHERE relname LIKE '%plumbline%';
