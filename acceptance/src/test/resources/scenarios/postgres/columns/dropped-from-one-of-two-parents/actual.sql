-- both parents lose it, and one heir of one of them keeps it
CREATE TABLE a1 (id int, gone int);
CREATE TABLE a2 (gone int);
CREATE TABLE a_loses () INHERITS (a1, a2);
CREATE TABLE a_below () INHERITS (a_loses);
CREATE TABLE a_keeps () INHERITS (a1);
-- each parent has an heir that keeps it, and so does one below both
CREATE TABLE b1 (id int, gone int);
CREATE TABLE b2 (gone int);
CREATE TABLE b_loses () INHERITS (b1, b2);
CREATE TABLE b_keeps1 () INHERITS (b1);
CREATE TABLE b_keeps2 () INHERITS (b2);
CREATE TABLE b_below () INHERITS (b_loses);
CREATE TABLE b_below_both () INHERITS (b_loses, b2);
-- an heir of both keeps it
CREATE TABLE c1 (id int, gone int);
CREATE TABLE c2 (gone int);
CREATE TABLE c_keeps () INHERITS (c1, c2);
CREATE TABLE c_loses () INHERITS (c1);
-- one parent alone loses it: the heir of both has it from the other
CREATE TABLE d1 (id int, stays int);
CREATE TABLE d2 (stays int);
CREATE TABLE d_both () INHERITS (d1, d2);
CREATE TABLE d_keeps () INHERITS (d1);
CREATE INDEX d_stays ON d_both (stays);
-- likewise, and nobody else keeps it
CREATE TABLE e1 (id int, stays int);
CREATE TABLE e2 (stays int);
CREATE TABLE e_both () INHERITS (e1, e2);
CREATE INDEX e_stays ON e_both (stays);
-- one leaves the parent that keeps it, and loses it with the other
CREATE TABLE f1 (id int, gone int);
CREATE TABLE f2 (gone int);
CREATE TABLE f_loses () INHERITS (f1, f2);
-- tables that have it from a parent and by themselves lose both
CREATE TABLE g1 (id int, gone int);
CREATE TABLE g2 (gone int);
CREATE TABLE g_loses (gone int) INHERITS (g1, g2);
CREATE TABLE g_below (gone int) INHERITS (g_loses, g2);
CREATE TABLE g_keeps () INHERITS (g_loses);
-- what is computed needs what it is computed from beside it
CREATE TABLE h1 (id int, gone int GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE h2 (id int, gone int GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE h_loses () INHERITS (h1, h2);
CREATE TABLE h_keeps () INHERITS (h1);
