CREATE TABLE n (a);
CREATE VIRTUAL TABLE f USING fts5(a, content='n');
