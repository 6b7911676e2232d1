CREATE TABLE t (a INT, status TEXT); CREATE INDEX i ON t (a) WHERE status = "Active"; CREATE VIEW v AS SELECT a FROM t WHERE status = "Active";
