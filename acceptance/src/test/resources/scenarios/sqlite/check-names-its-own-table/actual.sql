CREATE TABLE t (a INT, b INT, CHECK (t.a < t.b));
