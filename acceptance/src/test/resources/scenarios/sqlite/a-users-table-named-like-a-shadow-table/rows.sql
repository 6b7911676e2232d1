INSERT INTO notes_content VALUES (7, 'walk');
INSERT INTO lean_docsize VALUES (1);
