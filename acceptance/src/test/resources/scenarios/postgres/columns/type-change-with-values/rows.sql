INSERT INTO t VALUES (1, 'on', 'small', '0'), (2, 'off', 'large', NULL);
