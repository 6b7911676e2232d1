SELECT 1 WHERE (SELECT string_agg(name, ',' ORDER BY id) FROM customers.people) IS DISTINCT FROM 'Ada,Grace';
-- after the reverse
SELECT 1 WHERE (SELECT string_agg(name, ',' ORDER BY id) FROM crm.people) IS DISTINCT FROM 'Ada,Grace';
