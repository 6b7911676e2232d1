CREATE TABLE t (a int) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF t FOR VALUES FROM (4) TO (MAXVALUE) PARTITION BY RANGE (a);
-- the check that proves the rows of its parent is not to go with it
CREATE TABLE p1 (a int);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
