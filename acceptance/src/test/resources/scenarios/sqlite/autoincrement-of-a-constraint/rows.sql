INSERT INTO t VALUES (1, 'a'), (9, 'b');
DELETE FROM t WHERE id = 9;
INSERT INTO plain VALUES (4, 'x');
