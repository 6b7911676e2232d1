CREATE EXTENSION btree_gist;
CREATE TABLE room (id int, during daterange, CONSTRAINT room_pk PRIMARY KEY (id, during));
CREATE TABLE stay (id int, room_id int, during daterange);
CREATE TABLE n (id int, m int, CONSTRAINT n_low CHECK (m < 10), CONSTRAINT n_high CHECK (m > 0) NOT ENFORCED, CONSTRAINT n_gone CHECK (id > 1) NOT ENFORCED);
CREATE TABLE k (id int PRIMARY KEY);
CREATE TABLE l (k_id int CONSTRAINT l_k REFERENCES k NOT ENFORCED, k2 int CONSTRAINT l_k2 REFERENCES k);
