INSERT INTO t VALUES (1, 'one'), (7, 'seven');
