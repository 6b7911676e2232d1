CREATE VIRTUAL TABLE notes USING fts5(body);
CREATE TABLE words_data (a);
