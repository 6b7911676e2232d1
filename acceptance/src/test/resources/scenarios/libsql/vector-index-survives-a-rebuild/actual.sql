CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE docs (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id) ON DELETE CASCADE, title TEXT, embedding F32_BLOB(3));
CREATE TABLE notes (id INTEGER PRIMARY KEY, doc_id INTEGER REFERENCES docs (id) ON DELETE CASCADE);
CREATE INDEX docs_embedding ON docs (libsql_vector_idx(embedding));
CREATE VIEW titles AS SELECT title FROM docs;
CREATE VIEW upper_titles AS SELECT upper(title) AS title FROM titles;
CREATE TRIGGER note_names_doc AFTER INSERT ON notes BEGIN UPDATE docs SET title = 'noted' WHERE id = new.doc_id; END;
CREATE TRIGGER titles_insert INSTEAD OF INSERT ON titles BEGIN INSERT INTO docs (title) VALUES (new.title); END;
