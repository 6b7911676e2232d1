CREATE TABLE t (a text, b text, c text, d numeric, e jsonb, i int4range, u uuid);
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER c SET STORAGE MAIN, ALTER i SET STORAGE PLAIN, ALTER c SET COMPRESSION pglz;
ALTER TABLE t ALTER b SET STATISTICS 0, ALTER b SET (n_distinct = -0.2), ALTER d SET (n_distinct = 3);
CREATE INDEX t_expr ON t (lower(a), (b || c));
ALTER INDEX t_expr ALTER COLUMN 2 SET STATISTICS 7;
