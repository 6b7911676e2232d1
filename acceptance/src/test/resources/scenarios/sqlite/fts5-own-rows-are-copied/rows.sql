INSERT INTO notes (rowid, text, gone) VALUES (42, 'walking', 'g');
