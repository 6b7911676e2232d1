SELECT rowid = 42 FROM notes WHERE notes MATCH 'walks';
