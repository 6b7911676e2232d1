-- a parent that stays has it too, and one that is to come
CREATE TABLE a1 (id int, size int);
CREATE TABLE a_gives_up (id int, own int) INHERITS (a1);
CREATE TABLE a_takes_over (own int) INHERITS (a1);
CREATE TABLE a_below () INHERITS (a_takes_over);
CREATE TABLE a_comes (size int, own int);
CREATE INDEX a_ids ON a_gives_up (id);
-- one of three parents does not have it
CREATE TABLE b1 (id int);
CREATE TABLE b2 (id int, size int);
CREATE TABLE b3 (size int);
CREATE TABLE b_all () INHERITS (b1, b2, b3);
-- parents in another order
CREATE TABLE c1 (id int, first int DEFAULT 1 NOT NULL);
CREATE TABLE c2 (id int, second int DEFAULT 2);
CREATE TABLE c3 (id int, third int CHECK (third < 1000));
CREATE TABLE c_all () INHERITS (c1, c2, c3);
CREATE TABLE c_other () INHERITS (c1, c2);
-- what is computed, and from what
CREATE TABLE d1 (id int, twice int GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE d2 (own int, id int, twice int GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE d_moves (own int) INHERITS (d1);
CREATE TABLE d_comes (own int);
-- the type changes with the parents'
CREATE TABLE e1 (id int, note text);
CREATE TABLE e2 (id int);
CREATE TABLE e_takes_over () INHERITS (e1, e2);
CREATE TABLE e_below () INHERITS (e_takes_over);
