CREATE VIRTUAL TABLE notes USING fts5(text, gone);
