CREATE TABLE t (id int, at timestamp, PRIMARY KEY (id, at)) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (MINVALUE) TO (2) PARTITION BY LIST (id);
CREATE TABLE t11 (id int, at timestamp);
CREATE TABLE u (id int, s text, l text GENERATED ALWAYS AS (lower(s)) STORED, CONSTRAINT c CHECK (s <> 'a')) PARTITION BY RANGE (id);
CREATE TABLE u1 (id int, s text, l text);
CREATE TABLE u2 (id int, s text);
