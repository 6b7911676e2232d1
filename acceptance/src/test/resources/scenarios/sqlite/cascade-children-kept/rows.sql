INSERT INTO parent VALUES (1, 'p'), (2, 'q'); INSERT INTO child VALUES (10, 1), (11, 2); INSERT INTO grandchild VALUES (100, 10);
