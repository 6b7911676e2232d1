CREATE TABLE n (id INTEGER PRIMARY KEY, v REAL);
CREATE VIRTUAL TABLE f USING fts5(v, content='n', content_rowid='id');
