-- plumbline: keep rows
CREATE TABLE keyless (id int, n int) PARTITION BY LIST (n);
CREATE TABLE keyless_rest PARTITION OF keyless DEFAULT;
-- plumbline: keep rows
CREATE TABLE nullable (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE nullable_rest PARTITION OF nullable DEFAULT;
-- plumbline: keep rows
CREATE TABLE own (id int, above int REFERENCES own, at date NOT NULL, PRIMARY KEY (id)) PARTITION BY HASH (id);
CREATE TABLE own_0 PARTITION OF own FOR VALUES WITH (MODULUS 1, REMAINDER 0);
-- plumbline: keep rows
CREATE TABLE held (id int, n int NOT NULL CHECK (n > 0), PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE held_rest PARTITION OF held DEFAULT;
-- plumbline: keep rows
CREATE TABLE summed (id int PRIMARY KEY, n int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE summed_rest PARTITION OF summed DEFAULT;
CREATE MATERIALIZED VIEW sums AS SELECT sum(n) AS n FROM summed;
-- plumbline: keep rows
CREATE TABLE pieces (id int, n int, PRIMARY KEY (id, n)) PARTITION BY LIST (n);
CREATE TABLE pieces_rest PARTITION OF pieces DEFAULT;
-- plumbline: keep rows
CREATE TABLE one (id int PRIMARY KEY, n int) PARTITION BY RANGE (id);
CREATE TABLE one_rest PARTITION OF one DEFAULT;
-- plumbline: keep rows
CREATE TABLE two (id int PRIMARY KEY, n int) PARTITION BY RANGE (id);
CREATE TABLE two_rest PARTITION OF two DEFAULT;
CREATE VIEW pair AS SELECT one.n AS a, two.n AS b FROM one, two;
