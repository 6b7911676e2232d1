CREATE TABLE t (n numeric(10,2));
CREATE TABLE below () INHERITS (t);
