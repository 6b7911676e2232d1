CREATE TABLE base (id int);
CREATE TABLE joins (id int);
CREATE TABLE joins_too (id int);
CREATE TABLE other (a int, gone int);
CREATE TABLE leaves (a int, gone int, extra text) INHERITS (other);
