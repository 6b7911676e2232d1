SELECT x = '1' FROM a;
SELECT y = '2' FROM b;
