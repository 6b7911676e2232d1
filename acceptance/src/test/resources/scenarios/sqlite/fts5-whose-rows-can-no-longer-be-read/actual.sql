CREATE TABLE n (id TEXT PRIMARY KEY, v TEXT);
CREATE VIRTUAL TABLE f USING fts5(v, content='n');
CREATE TABLE m (id INTEGER PRIMARY KEY, v TEXT, w TEXT);
CREATE VIRTUAL TABLE g USING fts5(v, w, content='m', content_rowid='id');
CREATE VIRTUAL TABLE h USING fts5(w, content='m', content_rowid='id');
