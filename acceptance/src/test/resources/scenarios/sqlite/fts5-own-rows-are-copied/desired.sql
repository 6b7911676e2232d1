CREATE VIRTUAL TABLE notes USING fts5(text, fresh, tokenize='porter');
