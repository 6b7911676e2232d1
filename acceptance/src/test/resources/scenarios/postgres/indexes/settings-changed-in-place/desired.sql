CREATE TABLE t (id int PRIMARY KEY WITH (fillfactor = 70), a int, b text, EXCLUDE USING gist (int4range(a, a + 1) WITH &&));
CREATE INDEX t_a ON t (a) WITH (fillfactor = 90, deduplicate_items = off);
CREATE INDEX t_b ON t USING gin (to_tsvector('simple', b));
CREATE INDEX t_c ON t (b text_pattern_ops, a DESC NULLS LAST) INCLUDE (id) WITH (fillfactor = 50) WHERE a > 0;
ALTER TABLE t CLUSTER ON t_pkey;
