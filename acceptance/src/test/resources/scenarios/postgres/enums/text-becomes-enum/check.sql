SELECT 1 WHERE (SELECT string_agg(state::text, ',' ORDER BY id) FROM jobs) IS DISTINCT FROM 'new,done';
