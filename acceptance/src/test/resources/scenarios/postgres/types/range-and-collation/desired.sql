CREATE COLLATION bytewise (provider = libc, locale = 'C');
CREATE TYPE float_range AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE t (id int, r float_range, name text COLLATE bytewise);
