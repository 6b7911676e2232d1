ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO app_reader;
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE DOMAIN code AS varchar(30) CHECK (VALUE <> '');
CREATE TYPE size AS RANGE (subtype = int8);
REVOKE USAGE ON TYPE mood, size FROM app_reader;
REVOKE USAGE ON DOMAIN code FROM app_reader;
CREATE TABLE people (id int PRIMARY KEY, mood mood, code code, size size);
