CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE pair AS (a int, b int);
CREATE TYPE span AS RANGE (subtype = int4);
CREATE DOMAIN amount AS numeric(10, 2);
CREATE TABLE t (words text[], how mood, both_of pair, part span, price amount, numbers int[], bits bit(3));
