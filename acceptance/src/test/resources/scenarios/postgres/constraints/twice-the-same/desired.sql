CREATE TABLE t (id int, CONSTRAINT one UNIQUE (id));
ALTER TABLE t ADD CONSTRAINT other UNIQUE (id);
CREATE TABLE fresh (id int CONSTRAINT fresh_pkey PRIMARY KEY, a int, b int, CONSTRAINT one_of_fresh UNIQUE (a) INCLUDE (b));
ALTER TABLE fresh ADD CONSTRAINT key_again UNIQUE (id);
ALTER TABLE fresh ADD CONSTRAINT other_of_fresh UNIQUE (a) INCLUDE (b);
