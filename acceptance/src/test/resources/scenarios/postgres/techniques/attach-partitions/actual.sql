CREATE TABLE o (id int PRIMARY KEY);
-- ranges, with a default partition, an index, a key and a foreign key
CREATE TABLE r (id int NOT NULL, at timestamptz NOT NULL, o_id int CONSTRAINT r_o REFERENCES o, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX r_o_id ON r (o_id);
CREATE TABLE r_24 PARTITION OF r FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE r_25 (id int, at timestamptz, o_id int);
CREATE TABLE r_26 (id int NOT NULL, at timestamptz NOT NULL, o_id int CONSTRAINT r_o REFERENCES o, PRIMARY KEY (id, at));
CREATE TABLE r_rest PARTITION OF r DEFAULT;
-- several columns with MINVALUE and MAXVALUE
CREATE TABLE m (a int, b text, c date) PARTITION BY RANGE (a, b);
CREATE TABLE m_low (a int, b text, c date);
CREATE TABLE m_mid (a int, b text, c date);
CREATE TABLE m_high (a int, b text, c date);
-- lists with NULL, below another level
CREATE TABLE l (id int, region varchar(9), state text) PARTITION BY RANGE (id);
CREATE TABLE l_1 PARTITION OF l FOR VALUES FROM (0) TO (1000) PARTITION BY LIST (region);
CREATE TABLE l_1_rest PARTITION OF l_1 DEFAULT;
CREATE TABLE l_1_eu (id int, region varchar(9), state text);
CREATE TABLE l_1_none (id int, region varchar(9), state text);
-- hash
CREATE TABLE "H" (id bigint, t text) PARTITION BY HASH (id);
CREATE TABLE h_0 PARTITION OF "H" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE h_1 (id bigint, t text);
-- other bounds, and a partition that is partitioned
CREATE TABLE b (id int, n int) PARTITION BY RANGE (id);
CREATE TABLE b_1 PARTITION OF b FOR VALUES FROM (0) TO (10);
CREATE TABLE b_2 (id int, n int) PARTITION BY LIST (n);
CREATE TABLE b_2_1 PARTITION OF b_2 FOR VALUES IN (1);
CREATE TABLE b_2_2 PARTITION OF b_2 DEFAULT;
