SELECT rowid = 3 FROM docs_fts WHERE docs_fts MATCH 'line';
