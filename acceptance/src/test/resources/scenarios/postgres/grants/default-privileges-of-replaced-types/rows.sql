INSERT INTO people VALUES (1, 'sad', 'a', '[1,2)'), (2, 'glad', 'b', '[3,5)');
