INSERT INTO t (id, s, ss, d, p) VALUES (1, 'open', '{new,done}', 'new', '(open,1)');
