SELECT count(*) = 0 FROM log;
SELECT group_concat(n) = '0,-5' FROM t;
INSERT INTO t VALUES (3, 'z', 1);
SELECT x = 'in z' FROM log;
SELECT count(*) = 2 FROM vv;
