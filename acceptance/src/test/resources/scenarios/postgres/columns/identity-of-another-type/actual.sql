CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, name text);
CREATE TABLE u (id boolean, name text);
