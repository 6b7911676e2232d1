CREATE TABLE t (id int PRIMARY KEY, a text, b text);
CREATE VIEW v AS SELECT id, a, b FROM t;
CREATE VIEW w AS SELECT id, b FROM v;
GRANT SELECT ON w TO app_reader;
COMMENT ON COLUMN v.b IS 'the b';
