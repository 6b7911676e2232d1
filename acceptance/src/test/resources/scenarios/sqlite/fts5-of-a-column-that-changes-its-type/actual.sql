CREATE TABLE n (id INTEGER PRIMARY KEY, v TEXT);
CREATE VIRTUAL TABLE f USING fts5(v, content='n', content_rowid='id');
