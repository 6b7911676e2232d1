-- one of two parents loses the column, which takes another type in the other
CREATE TABLE a1 (id int, size int);
CREATE TABLE a2 (size int);
CREATE TABLE a_both () INHERITS (a1, a2);
CREATE TABLE a_below () INHERITS (a_both);
-- one of two parents gains it, by a name that comes before the other's
CREATE TABLE b1 (id int);
CREATE TABLE b2 (size int);
CREATE TABLE b_both () INHERITS (b1, b2);
-- the heir leaves one that keeps the type
CREATE TABLE c1 (id int, size int);
CREATE TABLE c2 (size int);
CREATE TABLE c_leaves () INHERITS (c1, c2);
-- both change it, each with an heir of its own, and with a default, a check and an index
CREATE TABLE d1 (id int, size int NOT NULL DEFAULT 1);
CREATE TABLE d2 (size int DEFAULT 1, CONSTRAINT d_fits CHECK (size < 1000));
CREATE TABLE d_both () INHERITS (d1, d2);
CREATE TABLE d_one () INHERITS (d1);
CREATE TABLE d_two () INHERITS (d2);
CREATE INDEX d_size ON d_both (size);
CREATE VIEW d_seen AS SELECT size FROM d2;
-- three of them, tied by two heirs
CREATE TABLE e1 (size int);
CREATE TABLE e2 (size int);
CREATE TABLE e3 (size int);
CREATE TABLE e_first () INHERITS (e1, e3);
CREATE TABLE e_second () INHERITS (e2, e3);
-- both parents have it from one table
CREATE TABLE f (size int);
CREATE TABLE f1 () INHERITS (f);
CREATE TABLE f2 () INHERITS (f);
CREATE TABLE f_both () INHERITS (f1, f2);
-- the heir has it by itself too
CREATE TABLE g1 (id int, size int);
CREATE TABLE g_own (size int) INHERITS (g1);
