CREATE TABLE p (id int NOT NULL, n int, m bigint) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (id);
CREATE TABLE p21 PARTITION OF p2 FOR VALUES FROM (10) TO (20);
CREATE TABLE p3 PARTITION OF p FOR VALUES FROM (20) TO (30);
-- the whole's target changes, and is another's on both parts
CREATE INDEX named ON p1 ((n + id));
CREATE INDEX other ON p2 ((n + id));
CREATE INDEX p_sum ON p ((n + id));
ALTER INDEX p_sum ALTER COLUMN 1 SET STATISTICS 200;
ALTER INDEX named ALTER COLUMN 1 SET STATISTICS -1;
ALTER TABLE ONLY other ALTER COLUMN 1 SET STATISTICS 60;
-- one that keeps its own while its whole's changes, and one that has what the whole has
CREATE INDEX keeps ON p1 ((n * id));
CREATE INDEX follows ON p3 ((n * id));
CREATE INDEX p_product ON p ((n * id));
ALTER INDEX p_product ALTER COLUMN 1 SET STATISTICS 15;
ALTER INDEX keeps ALTER COLUMN 1 SET STATISTICS 20;
-- the server makes these anew
CREATE INDEX less ON p1 ((m - 1));
CREATE INDEX p_less ON p ((m - 1));
ALTER INDEX p_less ALTER COLUMN 1 SET STATISTICS 40;
ALTER INDEX less ALTER COLUMN 1 SET STATISTICS -1;
-- one that lacks parts
CREATE INDEX half ON p1 ((n / 2));
CREATE INDEX p_half ON ONLY p ((n / 2));
ALTER INDEX p_half ATTACH PARTITION half;
ALTER INDEX p_half ALTER COLUMN 1 SET STATISTICS 7;
ALTER INDEX half ALTER COLUMN 1 SET STATISTICS 9;
-- these come
CREATE INDEX third ON p3 ((id - n));
CREATE INDEX p_difference ON p ((id - n));
ALTER INDEX p_difference ALTER COLUMN 1 SET STATISTICS 70;
ALTER INDEX third ALTER COLUMN 1 SET STATISTICS 80;
