CREATE DOMAIN positive AS int CHECK (VALUE > 1);
CREATE DOMAIN code AS text NOT NULL CHECK (length(VALUE) > 20);
CREATE DOMAIN small AS positive CHECK (VALUE < 100);
CREATE TABLE t (id positive, c code, s small);
