-- plumbline: renamed from crm
CREATE SCHEMA customers;
CREATE TABLE customers.people (id int PRIMARY KEY, name text, city text);
CREATE VIEW customers.names AS SELECT name FROM customers.people;
CREATE FUNCTION customers.count_people() RETURNS bigint LANGUAGE sql STABLE
    RETURN (SELECT count(*) FROM customers.people);
