INSERT INTO d1 VALUES (1, 'small');
INSERT INTO d2 VALUES ('large');
INSERT INTO d_both VALUES (3, 'large');
INSERT INTO d_own VALUES (4, 'small');
INSERT INTO one VALUES ('off', 'on');
INSERT INTO one_heir VALUES ('on', 'off');
