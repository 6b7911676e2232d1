CREATE TABLE p (id int, n int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
CREATE TABLE p3 (id int, n int);
CREATE TABLE p4 PARTITION OF p FOR VALUES FROM (30) TO (40);
CREATE INDEX p_n ON ONLY p (n);
CREATE INDEX p1_n ON p1 (n);
CREATE INDEX p3_n ON p3 (n);
CREATE INDEX p4_n ON p4 (n);
ALTER INDEX p_n ATTACH PARTITION p1_n;
ALTER INDEX p_n ATTACH PARTITION p4_n;
-- a partition that comes, to an index that is not made for it
CREATE TABLE q (id int, n int) PARTITION BY RANGE (id);
CREATE TABLE q1 PARTITION OF q FOR VALUES FROM (0) TO (10);
CREATE TABLE q2 PARTITION OF q FOR VALUES FROM (10) TO (20);
CREATE INDEX q_n ON ONLY q (n);
-- the index goes with its table, and what was its part stays
CREATE TABLE r1 (id int, n int);
CREATE INDEX r1_n ON r1 (n);
