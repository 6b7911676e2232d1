INSERT INTO notes (rowid, title, body) VALUES (7, 'one', 'first words'), (9, 'two', 'second words');
INSERT INTO kept (title) VALUES ('here');
