CREATE EXTENSION file_fdw;
CREATE SERVER away FOREIGN DATA WRAPPER file_fdw;
CREATE TABLE p1 (id int, size int);
CREATE TABLE p2 (id int, note text, CONSTRAINT p2_note CHECK (note <> ''));
CREATE FOREIGN TABLE comes (own int) INHERITS (p2) SERVER away OPTIONS (filename '/dev/null', format 'csv');
CREATE FOREIGN TABLE moves () INHERITS (p2) SERVER away OPTIONS (filename '/dev/null');
CREATE FOREIGN TABLE turns () INHERITS (p2, p1) SERVER away OPTIONS (filename '/dev/null');
CREATE FOREIGN TABLE by_itself () INHERITS (p1) SERVER away OPTIONS (filename '/dev/null');
