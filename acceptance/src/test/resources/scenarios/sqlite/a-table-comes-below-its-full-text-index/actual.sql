CREATE VIRTUAL TABLE f USING fts5(a, content='n');
CREATE TABLE feed (x);
