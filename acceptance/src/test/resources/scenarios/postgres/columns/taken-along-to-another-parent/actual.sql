-- from one parent to another with the same column, which it keeps, and one that comes with it
CREATE TABLE a1 (id int NOT NULL, size int);
CREATE TABLE a2 (id int NOT NULL, weight int DEFAULT 7 NOT NULL);
CREATE TABLE a_moves (own int) INHERITS (a1);
CREATE TABLE a_below () INHERITS (a_moves);
CREATE INDEX a_ids ON a_moves (id);
-- the one goes and the other comes in the same plan
CREATE TABLE b1 (id int, note text COLLATE "C");
CREATE TABLE b_moves () INHERITS (b1);
-- a parent comes to a table that has none of its columns
CREATE TABLE c1 (id int, seen timestamptz);
CREATE TABLE c_joins (own int);
-- one of two parents gives way to another
CREATE TABLE d1 (id int);
CREATE TABLE d2 (id int, size int);
CREATE TABLE d3 (size int, CONSTRAINT d_fits CHECK (size < 1000));
CREATE TABLE d_both () INHERITS (d1, d2);
-- a check of the parent to come is over a column of the table's own, and one that it gets of its own
CREATE TABLE e1 (id int, size int CONSTRAINT e_fits CHECK (size < 1000), kind text, CONSTRAINT e_kind CHECK (kind <> ''));
CREATE TABLE e_joins (size int, id int);
-- a partition becomes an heir
CREATE TABLE f1 (id int, CONSTRAINT f_fits CHECK (id < 1000));
CREATE TABLE f_parts (id int) PARTITION BY RANGE (id);
CREATE TABLE f_turns PARTITION OF f_parts FOR VALUES FROM (1) TO (10);
-- what a run left behind that was stopped
CREATE TABLE g1 (id int, size int);
CREATE TABLE g_moves_joins_plumbline_heirs (id int, size int);
CREATE TABLE g_moves () INHERITS (g_moves_joins_plumbline_heirs);
-- with another type than it has from the parent that it leaves
CREATE TABLE h1 (id int, size int);
CREATE TABLE h2 (id bigint, note text);
CREATE TABLE h3 (id int);
CREATE TABLE h_moves () INHERITS (h1);
CREATE TABLE h_below () INHERITS (h_moves);
CREATE TABLE h_along () INHERITS (h1);
CREATE INDEX h_ids ON h_moves (id);
CREATE VIEW h_seen AS SELECT id FROM h_moves;
