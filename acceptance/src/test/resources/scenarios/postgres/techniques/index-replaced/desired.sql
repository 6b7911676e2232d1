CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int, d int);
CREATE INDEX t_a ON t (a, d);
CREATE UNIQUE INDEX t_b ON t (b) INCLUDE (c);
CREATE INDEX t_lower ON t (lower(a), lower(b));
ALTER INDEX t_lower ALTER COLUMN 2 SET STATISTICS 300;
ALTER TABLE t CLUSTER ON t_b;
COMMENT ON INDEX t_a IS 'by a';
CREATE INDEX an_index_whose_name_takes_all_the_room_that_a_name_has_in_there ON t (c, b);
