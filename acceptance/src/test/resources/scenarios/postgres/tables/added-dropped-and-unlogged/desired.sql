CREATE TABLE cache (k text PRIMARY KEY, v text) WITH (fillfactor = 80, toast.autovacuum_enabled = false);
CREATE TABLE kept (id int);
CREATE UNLOGGED TABLE come (id int PRIMARY KEY, parent int REFERENCES come);
CREATE TABLE nothing ();
