CREATE SCHEMA x;
CREATE EXTENSION hstore SCHEMA x;
CREATE EXTENSION citext SCHEMA x;
CREATE TYPE span AS RANGE (subtype = int4, multirange_type_name = spans);
CREATE TABLE t (cast_there jsonb, none_there x.hstore, both_ways x.citext, elements jsonb[], part spans);
