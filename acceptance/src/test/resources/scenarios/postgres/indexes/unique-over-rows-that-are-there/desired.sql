CREATE TABLE idp (id int PRIMARY KEY, name text NOT NULL, uid text NOT NULL DEFAULT '');
CREATE UNIQUE INDEX by_uid ON idp (uid);
