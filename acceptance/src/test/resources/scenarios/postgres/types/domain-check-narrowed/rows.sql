INSERT INTO t VALUES (5, 'a code of many letters', 6);
