CREATE TABLE t (id boolean, name text);
CREATE TABLE u (id int GENERATED ALWAYS AS IDENTITY, name text);
