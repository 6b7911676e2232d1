INSERT INTO t VALUES (1, 'yes', 'L'), (2, 'no', NULL);
