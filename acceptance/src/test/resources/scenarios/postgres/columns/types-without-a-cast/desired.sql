CREATE TABLE t (at timestamptz, flag bigint, id uuid, since date);
CREATE TABLE u (words uuid, n boolean);
