SELECT 1 WHERE (SELECT string_agg(k::text, '' ORDER BY tableoid::regclass::text) FROM p2) IS DISTINCT FROM 'abb' OR (SELECT sum(s) FROM p1) IS DISTINCT FROM 5;
