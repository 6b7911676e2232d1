CREATE TABLE other (id int);
CREATE TABLE ids (id int PRIMARY KEY, code text);
CREATE FUNCTION next_code(i ids) RETURNS text LANGUAGE sql STABLE AS $$ SELECT 'x' $$;
CREATE FUNCTION next_id() RETURNS int LANGUAGE sql STABLE RETURN (SELECT coalesce(max(id), 0) + 1 FROM ids);
ALTER TABLE ids ALTER COLUMN id SET DEFAULT next_id();
CREATE TABLE more (id int DEFAULT next_id(), CONSTRAINT fine CHECK (id < 10000));
CREATE VIEW codes AS SELECT next_code(ids) AS c FROM ids;
