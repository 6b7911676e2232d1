CREATE TABLE docs (id INTEGER PRIMARY KEY, title TEXT, embedding F32_BLOB(3), small F32_BLOB(2));
CREATE INDEX docs_small ON docs (libsql_vector_idx(small));
CREATE TABLE my_shadow (id INTEGER PRIMARY KEY);
