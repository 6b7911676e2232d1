SELECT 1 WHERE (SELECT string_agg(email, ',' ORDER BY id) FROM accounts) IS DISTINCT FROM 'a@b,c@d';
SELECT 1 WHERE nextval('accounts_id_seq') <> 3;
