CREATE TABLE t (id int, a text, b int);
CREATE VIEW v1 AS SELECT id, b, a FROM t WHERE b IS NOT NULL;
CREATE VIEW v2 AS SELECT a, b, count(*) AS n FROM v1 GROUP BY a, b;
CREATE VIEW v3 WITH (security_barrier = true) AS SELECT * FROM v2;
CREATE VIEW upd WITH (check_option = cascaded) AS SELECT id, a FROM t WHERE id > 0;
ALTER VIEW upd ALTER COLUMN a SET DEFAULT 'x';
CREATE RECURSIVE VIEW nums (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM nums WHERE n < 5;
COMMENT ON VIEW v3 IS 'third';
GRANT SELECT ON v2 TO app_reader;
