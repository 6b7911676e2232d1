CREATE TABLE t (a, oid TEXT, "_rowid_" INT DEFAULT 3);
