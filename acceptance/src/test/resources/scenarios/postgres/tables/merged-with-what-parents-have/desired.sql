CREATE TABLE other (a int);
CREATE FUNCTION fine(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
CREATE TABLE places (
  id int NOT NULL,
  height int,
  CONSTRAINT above CHECK (height > -500),
  CONSTRAINT called CHECK (fine(id))
);
-- A check that it has for itself too, and a column of its own that is not null only because the parent's is.
CREATE TABLE towns (id int, people int, CONSTRAINT above CHECK (height > -500)) INHERITS (places);
CREATE TABLE hamlets (id int NOT NULL, CONSTRAINT called CHECK (fine(id))) INHERITS (places);
CREATE TABLE farms () INHERITS (places);
-- Valid below, not valid above.
ALTER TABLE farms ADD CONSTRAINT low CHECK (height < 5000);
ALTER TABLE places ADD CONSTRAINT low CHECK (height < 5000) NOT VALID;
