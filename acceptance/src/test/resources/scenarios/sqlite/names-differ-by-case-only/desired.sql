CREATE TABLE users (ID integer primary key, name text, extra TEXT UNIQUE); CREATE INDEX byname ON Users (name); create view v as select id from users;
