-- 1. CREATE schema app
CREATE SCHEMA app;
ALTER SCHEMA app OWNER TO app_owner;

-- 2. CREATE language lang
CREATE OR REPLACE LANGUAGE lang HANDLER plpgsql_call_handler;
ALTER LANGUAGE lang OWNER TO app_owner;

-- 3. CREATE foreign-data wrapper wrap
CREATE FOREIGN DATA WRAPPER wrap;
ALTER FOREIGN DATA WRAPPER wrap OWNER TO postgres;

-- 4. CREATE server srv
CREATE SERVER srv FOREIGN DATA WRAPPER wrap;
ALTER SERVER srv OWNER TO app_owner;

-- 5. CREATE grant to PUBLIC on schema app
GRANT CREATE, USAGE ON SCHEMA app TO PUBLIC;

-- 6. CREATE collation app.k
CREATE COLLATION app.k (locale = 'C', provider = libc);
ALTER COLLATION app.k OWNER TO app_owner;

-- 7. CREATE enum type app.e
CREATE TYPE app.e AS ENUM ('x');
ALTER TYPE app.e OWNER TO app_owner;

-- 8. CREATE domain app.d
CREATE DOMAIN app.d AS integer;
ALTER DOMAIN app.d OWNER TO app_owner;

-- 9. CREATE composite type app.c
CREATE TYPE app.c AS (x integer);
ALTER TYPE app.c OWNER TO app_owner;

-- 10. CREATE range type app.r
CREATE TYPE app.r AS RANGE (multirange_type_name = app.r_multirange, subtype = integer);
ALTER TYPE app.r OWNER TO app_owner;

-- 11. CREATE conversion app.conv
CREATE CONVERSION app.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION app.conv OWNER TO app_owner;

-- 12. CREATE operator app.===(integer,integer)
CREATE OPERATOR app.=== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer);
ALTER OPERATOR app.=== (integer,integer) OWNER TO app_owner;

-- 13. CREATE operator family app.fam using btree
CREATE OPERATOR FAMILY app.fam USING btree;
ALTER OPERATOR FAMILY app.fam USING btree OWNER TO app_owner;

-- 14. CREATE operator class app.ops using btree
CREATE OPERATOR CLASS app.ops FOR TYPE integer USING btree FAMILY app.fam AS FUNCTION 1 (integer, integer) btint4cmp(integer,integer);
ALTER OPERATOR CLASS app.ops USING btree OWNER TO app_owner;

-- 15. CREATE text search dictionary app.dict
CREATE TEXT SEARCH DICTIONARY app.dict (TEMPLATE = pg_catalog.simple);
ALTER TEXT SEARCH DICTIONARY app.dict OWNER TO app_owner;

-- 16. CREATE text search configuration app.conf
CREATE TEXT SEARCH CONFIGURATION app.conf (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR asciihword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR asciiword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR hword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR hword_asciipart WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR hword_part WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR uint WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR word WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.conf OWNER TO app_owner;

-- 17. CREATE sequence app.s
CREATE SEQUENCE app.s AS bigint;
ALTER SEQUENCE app.s OWNER TO app_owner;

-- 18. CREATE table app.t
CREATE TABLE app.t (
    id integer NOT NULL,
    a integer,
    b integer,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE app.t OWNER TO app_owner;

-- 19. CREATE sequence app.t_id_seq
CREATE SEQUENCE app.t_id_seq AS integer;
ALTER SEQUENCE app.t_id_seq OWNER TO app_owner;
ALTER SEQUENCE app.t_id_seq OWNED BY app.t.id;

-- 20. CREATE foreign table app.ft
CREATE FOREIGN TABLE app.ft (
    a integer
) SERVER srv;
ALTER FOREIGN TABLE app.ft OWNER TO app_owner;

-- 21. CREATE function app.f(integer, text)
CREATE OR REPLACE FUNCTION app.f(integer, text)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT $1$function$;
ALTER FUNCTION app.f(integer, text) OWNER TO app_owner;

-- 22. CREATE procedure app.p()
CREATE OR REPLACE PROCEDURE app.p()
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;
ALTER PROCEDURE app.p() OWNER TO app_owner;

-- 23. CREATE aggregate app.every()
CREATE AGGREGATE app.every(*) (initcond = '0', sfunc = int8inc, stype = bigint);
ALTER AGGREGATE app.every(*) OWNER TO app_owner;

-- 24. CREATE aggregate app.total(integer)
CREATE AGGREGATE app.total(integer) (initcond = '0', sfunc = int4pl, stype = integer);
ALTER AGGREGATE app.total(integer) OWNER TO app_owner;

-- 25. CREATE column default app.t.id
ALTER TABLE app.t ALTER COLUMN id SET DEFAULT nextval('app.t_id_seq'::regclass);

-- 26. CREATE view app.v
CREATE VIEW app.v (a) AS
SELECT a
   FROM app.t;
ALTER VIEW app.v OWNER TO app_owner;

-- 27. CREATE statistics object app.st
CREATE STATISTICS app.st ON a, b FROM app.t;
ALTER STATISTICS app.st OWNER TO app_owner;

-- 28. CREATE publication pub
CREATE PUBLICATION pub FOR TABLE ONLY app.t WITH (publish = 'insert, update, delete, truncate');
ALTER PUBLICATION pub OWNER TO app_owner;

-- 29. CREATE grant to app_owner on foreign-data wrapper wrap
GRANT USAGE ON FOREIGN DATA WRAPPER wrap TO app_owner;

-- 30. CREATE grant to app_reader on column app.v.a
GRANT SELECT (a) ON TABLE app.v TO app_reader;

-- 31. CREATE grant to app_reader on table app.t
GRANT SELECT ON TABLE app.t TO app_reader;

-- 32. CREATE materialized view app.m
CREATE MATERIALIZED VIEW app.m (a) AS
SELECT a
   FROM app.t
WITH DATA;
ALTER MATERIALIZED VIEW app.m OWNER TO app_owner;

-- 33. CREATE grant to app_writer on foreign-data wrapper wrap
GRANT USAGE ON FOREIGN DATA WRAPPER wrap TO app_writer;

-- reverse

-- 1. DROP publication pub
DROP PUBLICATION pub;

-- 2. DROP materialized view app.m
DROP MATERIALIZED VIEW app.m;

-- 3. DROP view app.v
DROP VIEW app.v;

-- 4. DROP aggregate app.every()
DROP AGGREGATE app.every(*);

-- 5. DROP aggregate app.total(integer)
DROP AGGREGATE app.total(integer);

-- 6. DROP procedure app.p()
DROP PROCEDURE app.p();

-- 7. DROP function app.f(integer, text)
DROP FUNCTION app.f(integer, text);

-- 8. DROP foreign table app.ft
DROP FOREIGN TABLE app.ft;

-- 9. DROP table app.t, DATA_LOSS IRREVERSIBLE; loses the rows of table app.t
DROP TABLE app.t;

-- 10. DROP sequence app.s
DROP SEQUENCE app.s;

-- 11. DROP server srv
DROP SERVER srv;

-- 12. DROP foreign-data wrapper wrap
DROP FOREIGN DATA WRAPPER wrap;

-- 13. DROP text search configuration app.conf
DROP TEXT SEARCH CONFIGURATION app.conf;

-- 14. DROP text search dictionary app.dict
DROP TEXT SEARCH DICTIONARY app.dict;

-- 15. DROP operator class app.ops using btree
DROP OPERATOR CLASS app.ops USING btree;

-- 16. DROP operator family app.fam using btree
DROP OPERATOR FAMILY app.fam USING btree;

-- 17. DROP operator app.===(integer,integer)
DROP OPERATOR app.=== (integer,integer);

-- 18. DROP conversion app.conv
DROP CONVERSION app.conv;

-- 19. DROP range type app.r
DROP TYPE app.r;

-- 20. DROP composite type app.c
DROP TYPE app.c;

-- 21. DROP domain app.d
DROP DOMAIN app.d;

-- 22. DROP enum type app.e
DROP TYPE app.e;

-- 23. DROP collation app.k
DROP COLLATION app.k;

-- 24. DROP language lang
DROP LANGUAGE lang;

-- 25. DROP schema app
DROP SCHEMA app;
