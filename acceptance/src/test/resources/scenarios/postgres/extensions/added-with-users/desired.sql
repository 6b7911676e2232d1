CREATE EXTENSION hstore;
CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
CREATE TABLE docs (id int PRIMARY KEY, attrs hstore, title citext);
CREATE INDEX docs_title ON docs USING gin ((title::text) gin_trgm_ops);
CREATE INDEX docs_attrs ON docs USING gin (attrs);
