CREATE TABLE t (a TEXT); CREATE TABLE plumbline_new_t (x); CREATE VIEW plumbline_new_t_2 AS SELECT 1;
