INSERT INTO t (rowid, id, a) VALUES (7, 1, '1');
