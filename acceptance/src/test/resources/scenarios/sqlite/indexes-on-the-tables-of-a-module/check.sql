SELECT group_concat(rowid) = '7,9' FROM notes WHERE notes MATCH 'word';
SELECT count(*) = 3 FROM sqlite_schema WHERE tbl_name = 'notes_content' AND type = 'index';
SELECT count(*) = 1 FROM notes_content INDEXED BY notes_titles WHERE c0 = 'two';
SELECT count(*) = 1 FROM kept WHERE kept MATCH 'here';
SELECT count(*) = 0 FROM sqlite_schema WHERE type = 'trigger';
