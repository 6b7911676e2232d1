CREATE TABLE t (id int, n int);
CREATE INDEX t_n ON t (n);
CREATE UNIQUE INDEX t_id ON t (id);
COMMENT ON INDEX t_n IS 'by n';
CREATE INDEX left_behind ON t (id, n);
-- what a build that failed leaves (PostgreSQL documentation, CREATE INDEX, "Building Indexes Concurrently")
UPDATE pg_index SET indisvalid = false WHERE indexrelid IN ('t_n'::regclass, 't_id'::regclass, 'left_behind'::regclass);
CREATE TABLE p (id int, n int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
CREATE INDEX p_n ON ONLY p (n);
CREATE INDEX p1_by_n ON p1 (n);
ALTER INDEX p_n ATTACH PARTITION p1_by_n;
