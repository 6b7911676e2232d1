CREATE TABLE a (n int);
CREATE TABLE b (m int) INHERITS (a);
-- both are its own, whatever its parent has
CREATE TABLE c (i int NOT NULL DEFAULT 7, t text) INHERITS (a);
CREATE TABLE e (i int DEFAULT 3);
CREATE INDEX c_i ON c (i);
CREATE VIEW v AS SELECT i FROM c;
CREATE TABLE typed (id int, size bigint);
CREATE TABLE typed_own (size bigint) INHERITS (typed);
