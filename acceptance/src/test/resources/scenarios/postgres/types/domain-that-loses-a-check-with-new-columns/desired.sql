CREATE DOMAIN d AS bigint;
CREATE TABLE t (id int PRIMARY KEY, a d, b d);
