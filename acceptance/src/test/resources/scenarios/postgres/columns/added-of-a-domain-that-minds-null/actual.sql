CREATE TABLE of_a_check (id int PRIMARY KEY);
CREATE TABLE of_an_unproven_check (id int PRIMARY KEY);
CREATE TABLE of_not_null (id int PRIMARY KEY);
CREATE TABLE of_another (id int PRIMARY KEY);
CREATE TABLE with_a_default (id int PRIMARY KEY);
CREATE TABLE of_an_array (id int PRIMARY KEY);
