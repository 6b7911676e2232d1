CREATE EXTENSION btree_gist;
CREATE TABLE room (id int, during daterange, CONSTRAINT room_pk PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE stay (id int, room_id int, during daterange,
    CONSTRAINT stay_room FOREIGN KEY (room_id, PERIOD during) REFERENCES room (id, PERIOD during),
    CONSTRAINT stay_once UNIQUE (id, during WITHOUT OVERLAPS));
CREATE TABLE n (id int, m int, CONSTRAINT n_low CHECK (m < 10) NOT ENFORCED, CONSTRAINT n_high CHECK (m > 0), CONSTRAINT n_new CHECK (id > 0) NOT ENFORCED);
CREATE TABLE k (id int PRIMARY KEY);
CREATE TABLE l (k_id int CONSTRAINT l_k REFERENCES k, k2 int CONSTRAINT l_k2 REFERENCES k NOT ENFORCED);
