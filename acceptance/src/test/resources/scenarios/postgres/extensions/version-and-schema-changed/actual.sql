CREATE SCHEMA x;
CREATE EXTENSION hstore VERSION '1.4';
CREATE EXTENSION pg_trgm;
CREATE TABLE t (h hstore, s text);
CREATE INDEX t_s ON t USING gin (s gin_trgm_ops);
CREATE VIEW v AS SELECT h -> 'a' AS a FROM t;
