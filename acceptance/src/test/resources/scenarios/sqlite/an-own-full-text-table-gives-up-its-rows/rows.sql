INSERT INTO t1 VALUES ('walk');
INSERT INTO n (rowid, v) VALUES (6, 'run');
INSERT INTO f (f) VALUES ('rebuild');
