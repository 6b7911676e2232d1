CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE pair AS (a int, b int);
CREATE TYPE span AS RANGE (subtype = int4);
CREATE DOMAIN amount AS numeric(10, 2);
CREATE TABLE t (words bit(3), how int, both_of timestamptz, part mood, price int, numbers mood[], bits int4range);
