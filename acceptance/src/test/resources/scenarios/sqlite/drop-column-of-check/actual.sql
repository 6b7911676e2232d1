CREATE TABLE t (a INT, b INT, c INT, CHECK (a < b), UNIQUE (a, c));
