SELECT relname FROM pg_class WHERE relname LIKE '%plumbline%';
-- after the reverse
SELECT relname FROM pg_class WHERE relname LIKE '%plumbline%';
