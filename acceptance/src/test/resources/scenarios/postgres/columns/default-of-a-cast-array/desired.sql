CREATE TABLE t (id int, a int[] DEFAULT ARRAY['1']::text[]::int[], b int[] DEFAULT ARRAY['1', '2']::text[]::int[]);
CREATE DOMAIN numbers AS int[] DEFAULT ARRAY['1']::text[]::int[];
CREATE VIEW v AS SELECT id, a FROM t;
ALTER VIEW v ALTER COLUMN a SET DEFAULT ARRAY['1']::text[]::int[];
