CREATE TABLE a (id int NOT NULL, v bigint, w varchar(100), CONSTRAINT a_key UNIQUE (id) INCLUDE (v));
CREATE TABLE b (id int PRIMARY KEY, a int CONSTRAINT b_a REFERENCES a (id));
CREATE TABLE c (id int NOT NULL, v bigint, w varchar(20));
CREATE UNIQUE INDEX c_index ON c (id) INCLUDE (v, w);
CREATE TABLE d (c int CONSTRAINT d_c REFERENCES c (id));
COMMENT ON CONSTRAINT d_c ON d IS 'goes and comes';
