CREATE SCHEMA a; CREATE SCHEMA b;
-- plumbline: renamed from a.t
CREATE TABLE b.u (id int PRIMARY KEY, n int);
CREATE INDEX t_n ON b.u (n);
-- plumbline: renamed from a.v
CREATE VIEW b.v AS SELECT id FROM b.u;
-- plumbline: renamed from a.f
CREATE FUNCTION b.g(x int) RETURNS int LANGUAGE sql AS 'SELECT x';
CREATE DOMAIN a.d AS int CONSTRAINT less CHECK (VALUE < 5);
-- plumbline: rename constraint a.d.low to less
-- plumbline: renamed from di
CREATE TEXT SEARCH DICTIONARY a.dict (TEMPLATE = simple);
-- plumbline: renamed from w
CREATE FOREIGN DATA WRAPPER wrap;
-- plumbline: renamed from mv
CREATE MATERIALIZED VIEW a.mw AS SELECT 1 AS x;
-- plumbline: renamed from q
CREATE SEQUENCE a.q2;
CREATE TABLE a.r (id int);
-- plumbline: renamed from no_del
CREATE RULE never AS ON DELETE TO a.r DO INSTEAD NOTHING;
-- plumbline: renamed from st
CREATE STATISTICS a.st2 ON id, n FROM b.u;
-- plumbline: renamed from p
CREATE PUBLICATION p2;
