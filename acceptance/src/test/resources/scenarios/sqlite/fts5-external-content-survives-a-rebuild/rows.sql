INSERT INTO docs VALUES (3, 'plumb', 'a straight line'), (8, 'level', 'a flat line');
