CREATE SCHEMA x;
CREATE EXTENSION hstore;
CREATE EXTENSION pg_trgm SCHEMA x;
CREATE TABLE t (h hstore, s text);
CREATE INDEX t_s ON t USING gin (s x.gin_trgm_ops);
CREATE VIEW v AS SELECT h -> 'a' AS a FROM t;
