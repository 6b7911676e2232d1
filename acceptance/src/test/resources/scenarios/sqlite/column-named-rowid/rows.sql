INSERT INTO t (_rowid_, rowid, a) VALUES (5, 'r', '1'), (9, 's', '2');
