CREATE TABLE notes_content (id INTEGER PRIMARY KEY, body TEXT NOT NULL DEFAULT '', author TEXT UNIQUE);
CREATE INDEX by_author ON notes_content (author);
CREATE VIRTUAL TABLE notes USING fts5(body, content='notes_content', content_rowid='id');
CREATE TRIGGER notes_ai AFTER INSERT ON notes_content BEGIN
  INSERT INTO notes (rowid, body) VALUES (new.id, new.body);
END;
CREATE TABLE lean_docsize (a UNIQUE);
CREATE VIRTUAL TABLE lean USING fts5(a, columnsize=0);
