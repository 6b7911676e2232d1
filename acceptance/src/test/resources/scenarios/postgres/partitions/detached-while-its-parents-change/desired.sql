CREATE TABLE t (id int, s text, at timestamp) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (MINVALUE) TO (2) PARTITION BY LIST (id);
CREATE TABLE t11 (id int, s text, at timestamp);
CREATE TABLE u (id int, s text, PRIMARY KEY (id, s)) PARTITION BY RANGE (id);
CREATE TABLE u1 (id int, s text);
