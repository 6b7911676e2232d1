-- plumbline: rename constraint public.p.p_key to p_pkey
-- plumbline: rename constraint public.p1.p1_key to p1_pkey
CREATE TABLE p (id int NOT NULL, n int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
ALTER TABLE ONLY p ADD CONSTRAINT p_pkey PRIMARY KEY (id);
ALTER TABLE p1 ADD CONSTRAINT p1_pkey PRIMARY KEY (id);
ALTER INDEX p_pkey ATTACH PARTITION p1_pkey;
-- plumbline: renamed from old
CREATE TABLE fresh (id int NOT NULL, CONSTRAINT old_other UNIQUE (id)) PARTITION BY RANGE (id);
CREATE TABLE old_1 PARTITION OF fresh FOR VALUES FROM (0) TO (10);
ALTER TABLE ONLY fresh ADD CONSTRAINT fresh_pkey PRIMARY KEY (id);
