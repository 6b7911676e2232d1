SELECT 1 WHERE (SELECT string_agg(coalesce(p, 'null'), ' ' ORDER BY id) FROM typed) IS DISTINCT FROM '(1,) null (,) (4,4)';
-- after the reverse
SELECT 1 WHERE (SELECT string_agg(coalesce(p::text, 'null'), ' ' ORDER BY id) FROM typed) IS DISTINCT FROM '(1,) null (,) (4,4)';
