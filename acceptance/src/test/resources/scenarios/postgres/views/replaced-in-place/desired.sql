CREATE TABLE t (id int, a text);
CREATE VIEW v AS SELECT id, a FROM t WHERE id > 0;
CREATE VIEW w AS SELECT id FROM v;
GRANT SELECT ON v TO app_reader;
