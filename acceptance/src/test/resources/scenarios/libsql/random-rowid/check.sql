SELECT count(*) = 2 FROM t;
SELECT count(*) FROM u;
