INSERT INTO tasks (id, made) VALUES (1, '2020-03-01'), (3, '2026-01-01');
INSERT INTO tasks VALUES (2, '2020-03-01', 'ended');
INSERT INTO notes VALUES ('new');
INSERT INTO notes_of_one VALUES ('ended', 1);
