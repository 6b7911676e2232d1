CREATE TABLE bare ();
CREATE TABLE bare_heir () INHERITS (bare);
CREATE TABLE p (id int);
CREATE TABLE heir (own int) INHERITS (p);
CREATE TABLE heirs_heir () INHERITS (heir);
CREATE TABLE w (words text);
CREATE TABLE w_heir (own int) INHERITS (w);
