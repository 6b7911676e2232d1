INSERT INTO p VALUES (1, 'a', NULL, '[1,5)', 1, 'u'), (2, 'b', 1, '[5,9)', 2, 'v');
INSERT INTO c VALUES (1), (2);
