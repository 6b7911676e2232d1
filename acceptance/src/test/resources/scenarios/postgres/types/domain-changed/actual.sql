CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN code AS varchar(10) DEFAULT 'x' NOT NULL;
CREATE TABLE t (id positive, c code);
