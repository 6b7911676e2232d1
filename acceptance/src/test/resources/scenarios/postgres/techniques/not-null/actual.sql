CREATE TABLE plain (id int PRIMARY KEY, a text, b text, c varchar(10), "Not" text);
CREATE TABLE parent (id int, name text);
CREATE TABLE child (more text) INHERITS (parent);
CREATE TABLE part (id int, day date, name text) PARTITION BY RANGE (id);
CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (0) TO (10) PARTITION BY LIST (id);
CREATE TABLE part_1_1 PARTITION OF part_1 FOR VALUES IN (1);
CREATE TABLE part_2 PARTITION OF part FOR VALUES FROM (10) TO (20);
CREATE TABLE a_table_whose_name_takes_most_of_what_the_server_has_room_for (a_column_whose_name_is_as_long_as_the_name_of_its_table int);
