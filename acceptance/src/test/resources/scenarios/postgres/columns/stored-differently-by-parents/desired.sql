CREATE TABLE a1 (id int, note text);
CREATE TABLE a2 (id int, note text);
-- no statement makes a table whose parents differ in how they store a column; it is there since they do not
CREATE TABLE a_both () INHERITS (a1, a2);
CREATE TABLE a_own (note text) INHERITS (a1, a2);
CREATE TABLE b1 (note text);
CREATE TABLE b2 (note text, size numeric);
CREATE TABLE b3 (size numeric, note text);
CREATE TABLE b_all () INHERITS (b1, b2, b3);
ALTER TABLE ONLY a2 ALTER COLUMN note SET STORAGE EXTERNAL;
ALTER TABLE ONLY b1 ALTER COLUMN note SET STORAGE MAIN;
ALTER TABLE ONLY b2 ALTER COLUMN note SET STORAGE EXTERNAL;
ALTER TABLE ONLY b2 ALTER COLUMN size SET STORAGE PLAIN;
-- a column of its own that a parent has too takes the parent's way, unless it is said
CREATE TABLE c1 (note text);
CREATE TABLE c_as_usual (note text) INHERITS (c1);
CREATE TABLE c_differs (note text) INHERITS (c1);
ALTER TABLE ONLY c1 ALTER COLUMN note SET STORAGE EXTERNAL;
ALTER TABLE c_differs ALTER COLUMN note SET STORAGE MAIN;
