INSERT INTO d1 VALUES (1, 'done', ROW(1), '[1,2)');
INSERT INTO d2 VALUES ('open', ROW(2), '[2,3)');
INSERT INTO d_both VALUES (3, 'open', ROW(3), '[3,4)');
INSERT INTO d_one VALUES (4, 'open', ROW(4), '[4,5)');
INSERT INTO d_own (state) VALUES ('open');
INSERT INTO single_heir VALUES ('{open,done}', 'done');
