CREATE TABLE base (id int, at timestamptz, note text);
CREATE TABLE joins (id int, at timestamptz, note text);
ALTER TABLE joins INHERIT base;
CREATE TABLE joins_too (id int);
ALTER TABLE joins_too ADD COLUMN at timestamptz, ADD COLUMN note text;
ALTER TABLE joins_too INHERIT base;
CREATE TABLE other (a int, gone int, b text);
CREATE TABLE leaves (a int, extra text);
