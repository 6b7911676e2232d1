CREATE TABLE t (id int, a text) WITH (fillfactor = 70, autovacuum_enabled = off, toast.autovacuum_enabled = off);
CREATE UNLOGGED TABLE u (id int PRIMARY KEY);
CREATE TABLE p (id int) PARTITION BY HASH (id);
CREATE TABLE p0 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE f (id int PRIMARY KEY) WITH (user_catalog_table = true);
ALTER TABLE f REPLICA IDENTITY NOTHING;
