INSERT INTO docs VALUES (1, 'a', vector32('[1,2,3]'), vector32('[1,0]')), (2, 'b', vector32('[3,2,1]'), vector32('[0,1]'));
INSERT INTO my_shadow VALUES (1);
