CREATE TABLE p (a int NOT NULL, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2) PARTITION BY LIST (a);
CREATE TABLE p21 PARTITION OF p2 FOR VALUES IN (2);
ALTER TABLE p1 ADD CONSTRAINT p1_goes UNIQUE (a);
ALTER TABLE p21 ADD CONSTRAINT p21_stays UNIQUE (a);
CREATE TABLE r (a int REFERENCES p21 (a));
-- It takes the keys' indexes for its parts. It goes, one key with it, and the other stays, with what refers to it.
CREATE UNIQUE INDEX p_goes ON p (a);
-- This one stays, and its table goes.
CREATE TABLE q (a int NOT NULL) PARTITION BY LIST (a);
CREATE TABLE q1 PARTITION OF q FOR VALUES IN (1);
ALTER TABLE q1 ADD CONSTRAINT q1_key UNIQUE (a);
CREATE UNIQUE INDEX q_key ON q (a);
