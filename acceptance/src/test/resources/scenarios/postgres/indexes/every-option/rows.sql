INSERT INTO t SELECT i, 'n' || i, '{a,b}', '{"a":1}', now(), i FROM generate_series(1, 50) i;
