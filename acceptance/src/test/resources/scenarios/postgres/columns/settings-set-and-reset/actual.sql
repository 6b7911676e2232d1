CREATE TABLE t (a text, b text, c text, d numeric, e jsonb, i int4range, u uuid);
ALTER TABLE t ALTER a SET STORAGE MAIN, ALTER b SET STORAGE PLAIN, ALTER d SET STORAGE EXTERNAL, ALTER e SET COMPRESSION pglz;
ALTER TABLE t ALTER a SET STATISTICS 10, ALTER b SET (n_distinct = 5, n_distinct_inherited = -0.5);
CREATE INDEX t_expr ON t (lower(a), (b || c));
ALTER INDEX t_expr ALTER COLUMN 1 SET STATISTICS 5;
