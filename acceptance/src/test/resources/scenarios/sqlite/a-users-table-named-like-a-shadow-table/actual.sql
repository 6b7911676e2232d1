CREATE TABLE notes_content (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE notes USING fts5(body, content='notes_content', content_rowid='id');
CREATE TRIGGER notes_ai AFTER INSERT ON notes_content BEGIN
  INSERT INTO notes (rowid, body) VALUES (new.id, new.body);
END;
CREATE TABLE lean_docsize (a);
CREATE VIRTUAL TABLE lean USING fts5(a, columnsize=0);
