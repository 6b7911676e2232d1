CREATE TABLE t (id int, c text) WITH (toast.autovacuum_enabled = false, fillfactor = 70);
