CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN code AS text NOT NULL CHECK (length(VALUE) > 0);
CREATE DOMAIN small AS positive CHECK (VALUE < 100);
CREATE TABLE t (id positive, c code, s small);
