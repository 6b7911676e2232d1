CREATE TABLE inputs (id int PRIMARY KEY, md5 text NOT NULL);
CREATE TABLE checked (id int PRIMARY KEY, a int NOT NULL);
