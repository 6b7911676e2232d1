CREATE TABLE p (id int, gone int);
CREATE TABLE keeps () INHERITS (p);
CREATE TABLE loses () INHERITS (p);
CREATE TABLE below_keeps () INHERITS (loses);
CREATE TABLE below_loses () INHERITS (loses);
CREATE INDEX ON loses (gone);
CREATE TABLE goes () INHERITS (p);
-- the one between keeps nothing
CREATE TABLE top (id int, gone int);
CREATE TABLE middle () INHERITS (top);
CREATE TABLE bottom () INHERITS (middle);
-- one partition leaves with it
CREATE TABLE q (id int, gone int) PARTITION BY RANGE (id);
CREATE TABLE q1 PARTITION OF q FOR VALUES FROM (0) TO (10);
CREATE TABLE q2 PARTITION OF q FOR VALUES FROM (10) TO (20);
