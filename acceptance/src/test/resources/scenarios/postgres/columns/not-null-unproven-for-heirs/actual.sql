-- Given to all of a tree, seen by nobody yet.
CREATE TABLE gained (id int, name text);
CREATE TABLE gained_child () INHERITS (gained);
CREATE TABLE gained_proven () INHERITS (gained);
-- Proven, as a whole and in part.
CREATE TABLE proven (id int, name text);
CREATE TABLE proven_child () INHERITS (proven);
ALTER TABLE proven ADD CONSTRAINT name_there NOT NULL name NOT VALID;
CREATE TABLE partly (id int, name text);
CREATE TABLE partly_one () INHERITS (partly);
CREATE TABLE partly_one_below () INHERITS (partly_one);
CREATE TABLE partly_two () INHERITS (partly);
ALTER TABLE partly ADD NOT NULL name NOT VALID;
ALTER TABLE partly_two VALIDATE CONSTRAINT partly_name_not_null;
-- Lost.
CREATE TABLE lost (id int, name text);
CREATE TABLE lost_child () INHERITS (lost);
ALTER TABLE lost ADD NOT NULL name NOT VALID;
CREATE TABLE doubted (id int, name text NOT NULL);
CREATE TABLE doubted_child () INHERITS (doubted);
-- Partitions.
CREATE TABLE events (id int, at date, note text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_2 (id int, at date, note text);
ALTER TABLE events_2 ADD CONSTRAINT noted NOT NULL note NOT VALID;
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM (10) TO (20);
ALTER TABLE events ADD CONSTRAINT at_there NOT NULL at NOT VALID;
CREATE TABLE joins (id int, at date, note text);
CREATE TABLE leaves (id int, at date, note text);
ALTER TABLE leaves ADD CONSTRAINT at_there NOT NULL at NOT VALID;
ALTER TABLE events ATTACH PARTITION leaves FOR VALUES FROM (30) TO (40);
