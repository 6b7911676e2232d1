-- plumbline: rename column p.n to number
CREATE TABLE p (id int NOT NULL, number int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (5);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
ALTER TABLE p ADD CONSTRAINT p_key UNIQUE (number, id);
CREATE INDEX p_n ON p (number);
