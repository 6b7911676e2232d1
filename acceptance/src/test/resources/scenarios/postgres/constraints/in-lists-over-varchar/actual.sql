CREATE TABLE t (id int PRIMARY KEY, state varchar(20) NOT NULL, CONSTRAINT state_known CHECK (state IN ('a', 'b')));
