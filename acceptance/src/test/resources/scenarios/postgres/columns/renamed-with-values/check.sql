SELECT 1 WHERE (SELECT string_agg(key_type, ',' ORDER BY id) FROM api_keys) <> 'admin_key,read_key,admin_key';
-- after the reverse
SELECT 1 WHERE (SELECT string_agg(type, ',' ORDER BY id) FROM api_keys) <> 'admin,reader,admin';
