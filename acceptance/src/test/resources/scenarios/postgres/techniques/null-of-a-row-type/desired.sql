CREATE TYPE pair AS (a int, b int);
CREATE DOMAIN small_pair AS pair CHECK ((VALUE).a < 1000);
CREATE TABLE certain (id int PRIMARY KEY, p pair NOT NULL);
CREATE TABLE certain_domain (id int PRIMARY KEY, p small_pair NOT NULL);
-- a value some of whose fields are null is a value
CREATE TABLE typed (id int PRIMARY KEY, p text);
