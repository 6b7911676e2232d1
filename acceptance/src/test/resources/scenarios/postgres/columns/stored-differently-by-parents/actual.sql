CREATE TABLE a1 (id int, note text);
CREATE TABLE a2 (id int, note text);
