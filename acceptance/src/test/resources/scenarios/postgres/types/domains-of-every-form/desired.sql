CREATE DOMAIN title AS text COLLATE "POSIX" NOT NULL CHECK (VALUE <> '');
CREATE DOMAIN small AS bigint DEFAULT 1 CONSTRAINT low CHECK (VALUE < 100);
ALTER DOMAIN small ADD CONSTRAINT later CHECK (VALUE > 0) NOT VALID;
CREATE DOMAIN smaller AS small CHECK (VALUE < 50);
CREATE DOMAIN list AS int[] CHECK (cardinality(VALUE) < 6) CHECK (VALUE[1] > 0);
-- plumbline: renamed from old_name
CREATE DOMAIN new_name AS int DEFAULT 4;
CREATE TABLE t (n title, s small, ss small[], m smaller, l list, o new_name);
CREATE TYPE comp AS (s small);
CREATE VIEW v AS SELECT n, s FROM t;
CREATE FUNCTION f(s small) RETURNS small LANGUAGE sql AS 'SELECT s';
COMMENT ON CONSTRAINT low ON DOMAIN small IS 'it is low';
GRANT USAGE ON DOMAIN small TO app_reader;
