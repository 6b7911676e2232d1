CREATE TABLE inputs (id int PRIMARY KEY, digest text DEFAULT '' CONSTRAINT inputs_md5_not_null NOT NULL);
CREATE TABLE checked (id int PRIMARY KEY, CONSTRAINT checked_a_not_null CHECK (id > 0));
