SELECT 1 WHERE NOT EXISTS (SELECT FROM p JOIN c ON c.p_id = p.id JOIN p AS o ON o.id = p.above AND c.other = o.id JOIN d ON d.c_id = c.id WHERE p.id::text = '2');
