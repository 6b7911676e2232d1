CREATE SCHEMA ext;
CREATE EXTENSION btree_gist SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext;
CREATE TABLE people (id int, mail ext.citext);
CREATE TABLE bookings (room int, during tsrange,
    CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&));
