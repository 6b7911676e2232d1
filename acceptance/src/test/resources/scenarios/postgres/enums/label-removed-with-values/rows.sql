INSERT INTO tasks VALUES (1, true, 'on hold', '{open,on hold,NULL}'), (2, false, 'done', NULL), (3, NULL, 'open', '{}');
INSERT INTO shirts VALUES (1, 's'), (2, 'm'), (3, 'l');
