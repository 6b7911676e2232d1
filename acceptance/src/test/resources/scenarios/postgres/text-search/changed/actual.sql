CREATE TEXT SEARCH DICTIONARY english_light (TEMPLATE = snowball, language = english, stopwords = 'english');
CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = pg_catalog.simple, stopwords = 'english', accept = false);
CREATE TEXT SEARCH DICTIONARY gone (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION docs (COPY = pg_catalog.english);
CREATE TEXT SEARCH CONFIGURATION goes (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION goes ADD MAPPING FOR word WITH gone, simple;
COMMENT ON TEXT SEARCH CONFIGURATION docs IS 'of documents';
CREATE TABLE t (id int, body text);
CREATE INDEX t_body ON t USING gin (to_tsvector('docs', body));
