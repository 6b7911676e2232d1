CREATE TABLE d1 (id int, size text);
CREATE TABLE d2 (size text);
CREATE TABLE d_both () INHERITS (d1, d2);
CREATE TABLE d_own (size text) INHERITS (d1);
CREATE TABLE one (state text, "now USING then" text);
CREATE TABLE one_heir () INHERITS (one);
