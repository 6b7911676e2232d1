CREATE TABLE p (id int NOT NULL, at date NOT NULL, n int) PARTITION BY RANGE (id);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10) PARTITION BY LIST (at);
CREATE TABLE p_1_1 PARTITION OF p_1 FOR VALUES IN ('2024-01-01');
CREATE TABLE p_1_2 PARTITION OF p_1 DEFAULT;
CREATE TABLE p_2 PARTITION OF p FOR VALUES FROM (10) TO (20);
CREATE TABLE "P rest" PARTITION OF p DEFAULT;
-- begun by hand: one partition has its part, one its index, the others nothing
ALTER TABLE ONLY p ADD CONSTRAINT p_pkey PRIMARY KEY (id, at);
ALTER TABLE p_2 ADD CONSTRAINT p_2_pkey PRIMARY KEY (id, at);
ALTER INDEX p_pkey ATTACH PARTITION p_2_pkey;
CREATE UNIQUE INDEX "P rest_pkey" ON "P rest" (id, at);
-- stays incomplete, and a partition gets its part
ALTER TABLE ONLY p ADD CONSTRAINT p_once UNIQUE (n, id, at);
