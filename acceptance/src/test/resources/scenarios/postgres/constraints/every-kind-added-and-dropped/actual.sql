CREATE TABLE p (id int NOT NULL, code text, parent int, during int4range, gone int CHECK (gone > 0), u text UNIQUE);
CREATE TABLE c (p_id int);
