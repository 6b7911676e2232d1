CREATE TABLE t (id int PRIMARY KEY WITH (fillfactor = 80), a int, b text, EXCLUDE USING gist (int4range(a, a + 1) WITH &&) WITH (fillfactor = 60));
CREATE INDEX t_a ON t (a) WITH (fillfactor = 50);
CREATE INDEX t_b ON t USING gin (to_tsvector('simple', b)) WITH (fastupdate = off);
CREATE INDEX t_c ON t (b text_pattern_ops, a DESC NULLS LAST) INCLUDE (id);
ALTER TABLE t CLUSTER ON t_a;
