SELECT 1 FROM orders WHERE doubled <> amount * 2;
SELECT 1 WHERE (SELECT sum(total) FROM big_totals) IS DISTINCT FROM 120;
