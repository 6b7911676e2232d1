CREATE TYPE kind AS ENUM ('b', 'a');
CREATE DOMAIN size AS bigint CHECK (VALUE > 0);
CREATE TABLE p1 (k kind, s size);
CREATE TABLE p2 (k kind, own int);
CREATE TABLE comes (k kind, s size) INHERITS (p1);
CREATE TABLE moves () INHERITS (p2);
CREATE TABLE below () INHERITS (moves);
CREATE TABLE of_both () INHERITS (p2, p1);
CREATE INDEX kinds ON moves (k);
