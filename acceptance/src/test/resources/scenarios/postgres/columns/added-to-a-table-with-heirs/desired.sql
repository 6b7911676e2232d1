CREATE TABLE bare (a int NOT NULL);
CREATE TABLE bare_heir () INHERITS (bare);
CREATE TABLE p (id int, a int NOT NULL, CONSTRAINT few CHECK (id < 0));
CREATE TABLE heir (own int) INHERITS (p);
CREATE TABLE heirs_heir () INHERITS (heir);
CREATE TABLE w (words uuid NOT NULL);
CREATE TABLE w_heir (own int) INHERITS (w);
