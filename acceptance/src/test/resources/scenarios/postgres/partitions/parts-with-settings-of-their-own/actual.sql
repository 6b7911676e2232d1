CREATE TABLE p (id int NOT NULL, n int, t text) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
CREATE INDEX p_n ON p (n);
CREATE INDEX p_t ON p ((n + id));
ALTER INDEX p1_n_idx SET (fillfactor = 60);
ALTER TABLE p1 CLUSTER ON p1_n_idx;
COMMENT ON INDEX p2_n_idx IS 'rarely read';
ALTER TABLE p ADD CONSTRAINT p_key UNIQUE (id);
COMMENT ON CONSTRAINT p2_id_key ON p2 IS 'the second';
-- the part can be put off, the whole cannot
ALTER TABLE p1 ADD CONSTRAINT late UNIQUE (n, id) DEFERRABLE;
ALTER TABLE p ADD CONSTRAINT p_n_id UNIQUE (n, id);
