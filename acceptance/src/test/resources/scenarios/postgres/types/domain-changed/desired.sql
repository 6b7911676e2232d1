CREATE DOMAIN positive AS bigint CONSTRAINT is_positive CHECK (VALUE > 0) CONSTRAINT small CHECK (VALUE < 1000);
CREATE DOMAIN code AS varchar(10) DEFAULT 'y';
CREATE TABLE t (id positive, c code);
