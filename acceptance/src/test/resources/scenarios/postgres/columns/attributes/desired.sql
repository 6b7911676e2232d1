CREATE TABLE t (id int NOT NULL, a text NOT NULL, b text DEFAULT 'bb', c varchar(40), d numeric(10,2) DEFAULT 0,
    e text COLLATE "C", f int, g timestamptz NOT NULL DEFAULT now(), h int[] DEFAULT '{1,2}', i jsonb NOT NULL DEFAULT '{}');
ALTER TABLE t ALTER COLUMN a SET STORAGE EXTERNAL;
ALTER TABLE t ALTER COLUMN a SET STATISTICS 200;
ALTER TABLE t ALTER COLUMN f SET (n_distinct = 50);
