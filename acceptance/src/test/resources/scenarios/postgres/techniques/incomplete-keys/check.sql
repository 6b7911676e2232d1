SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid AND indexrelid <> 'p_once'::regclass;
SELECT conname FROM pg_constraint WHERE NOT convalidated;
SELECT relname FROM pg_class WHERE relname LIKE '%plumbline%';
