SELECT count(*) = 1 FROM pragma_table_info('notes_content') WHERE name = 'author';
SELECT count(*) = 1 FROM notes WHERE notes MATCH 'walk' AND rowid = 7;
SELECT count(*) = 1 FROM lean_docsize;
INSERT INTO notes (notes, rank) VALUES ('integrity-check', 1);
