CREATE SCHEMA crm;
CREATE TABLE crm.people (id int PRIMARY KEY, name text);
CREATE VIEW crm.names AS SELECT name FROM crm.people;
CREATE FUNCTION crm.count_people() RETURNS bigint LANGUAGE sql STABLE RETURN (SELECT count(*) FROM crm.people);
