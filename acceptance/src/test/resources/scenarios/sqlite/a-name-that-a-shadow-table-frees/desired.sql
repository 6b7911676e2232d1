CREATE TABLE notes_content (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE notes USING fts5(body, content='notes_content');
CREATE VIRTUAL TABLE words USING fts5(a);
