CREATE TABLE p (id int NOT NULL, n int, t text) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE INDEX p_n ON p (lower(t), n) WITH (fillfactor = 70);
CREATE INDEX p_t ON p (t);
ALTER TABLE p ADD CONSTRAINT p_key PRIMARY KEY (id);
-- in the way of the name that the server would choose
CREATE TABLE p2_pkey (id int);
CREATE TABLE p3 (id int NOT NULL, n int, t text, CONSTRAINT brought PRIMARY KEY (id));
