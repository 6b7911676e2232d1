CREATE SCHEMA x;
CREATE EXTENSION hstore SCHEMA x;
CREATE TYPE span AS RANGE (subtype = int4, multirange_type_name = spans);
CREATE TABLE t (cast_there x.hstore, none_there jsonb, both_ways int, elements x.hstore[], part span);
