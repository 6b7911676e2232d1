CREATE TABLE a (n int, i int, t text);
CREATE TABLE b (m int) INHERITS (a);
CREATE TABLE c (i int NOT NULL DEFAULT 7, t text) INHERITS (a);
CREATE TABLE d (i int);
CREATE TABLE e (i int DEFAULT 3) INHERITS (d);
CREATE INDEX c_i ON c (i);
CREATE VIEW v AS SELECT i FROM c;
-- the type of a parent's changes, and with it that of one that a table has by itself too
CREATE TABLE typed (id int, size int);
CREATE TABLE typed_own (size int) INHERITS (typed);
CREATE VIEW typed_sizes AS SELECT size FROM typed_own;
