CREATE TABLE people (id bigint PRIMARY KEY, first_name text NOT NULL, last_name text, born date);
CREATE UNIQUE INDEX people_names ON people (first_name, last_name);
