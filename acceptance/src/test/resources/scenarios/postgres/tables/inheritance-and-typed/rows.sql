INSERT INTO child VALUES (1, now(), 'x');
INSERT INTO loner VALUES (2, now(), 'y');
