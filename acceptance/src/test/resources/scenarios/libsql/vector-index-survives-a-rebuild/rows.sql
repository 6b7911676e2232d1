INSERT INTO users VALUES (1);
INSERT INTO docs VALUES (1, 1, 'a', vector32('[1,2,3]')), (2, 1, 'b', vector32('[3,2,1]'));
INSERT INTO notes VALUES (1, 1);
