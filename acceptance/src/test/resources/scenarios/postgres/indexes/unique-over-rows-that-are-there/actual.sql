CREATE TABLE idp (id int PRIMARY KEY, name text NOT NULL);
