CREATE TYPE point_of_interest AS (name text, rank int);
CREATE TABLE places OF point_of_interest (PRIMARY KEY (name));
CREATE TABLE base (id int, at timestamptz);
CREATE TABLE child (extra text) INHERITS (base);
CREATE TABLE loner (id int, at timestamptz, own text);
ALTER TABLE loner INHERIT base;
