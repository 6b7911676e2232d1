CREATE TYPE kind AS ENUM ('a', 'b', 'gone');
CREATE DOMAIN size AS int CHECK (VALUE > 0);
CREATE TABLE p1 (k kind, s size);
CREATE TABLE p2 (k kind, own int);
CREATE TABLE comes (k kind, s size);
CREATE TABLE moves () INHERITS (p1);
CREATE TABLE below () INHERITS (moves);
CREATE TABLE of_both () INHERITS (p1, p2);
CREATE INDEX kinds ON moves (k);
