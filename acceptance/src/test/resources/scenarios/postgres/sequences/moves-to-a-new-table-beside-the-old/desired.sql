CREATE TABLE counted (id serial PRIMARY KEY);
ALTER TABLE counted RENAME TO copied;
CREATE TABLE counted (id int PRIMARY KEY DEFAULT nextval('counted_id_seq'));
