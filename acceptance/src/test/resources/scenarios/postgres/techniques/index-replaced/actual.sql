CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
CREATE INDEX t_lower ON t (lower(a));
CREATE INDEX t_gone ON t (c);
ALTER TABLE t CLUSTER ON t_b;
COMMENT ON INDEX t_a IS 'by a';
CREATE INDEX an_index_whose_name_takes_all_the_room_that_a_name_has_in_there ON t (c, a);
