SELECT 1 WHERE (SELECT string_agg(state::text, ',' ORDER BY id) FROM tasks) <> 'pending,done,pending';
SELECT 1 WHERE (SELECT string_agg(state::text, ',' ORDER BY state) FROM notes) <> 'pending,done';
