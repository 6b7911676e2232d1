SELECT conname FROM pg_constraint WHERE conname LIKE '%plumbline%';
-- after the reverse
SELECT conname FROM pg_constraint WHERE conname LIKE '%plumbline%';
