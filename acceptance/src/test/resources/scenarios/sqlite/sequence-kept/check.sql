SELECT seq = 100 AND count(*) = 1 FROM sqlite_sequence WHERE name = 't';
INSERT INTO t (a) VALUES ('c');
SELECT max(id) = 101 FROM t;
