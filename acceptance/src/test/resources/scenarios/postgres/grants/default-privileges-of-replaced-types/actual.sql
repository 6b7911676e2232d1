ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO app_reader;
CREATE TYPE mood AS ENUM ('sad', 'fine', 'glad');
CREATE DOMAIN code AS text CHECK (VALUE <> '');
CREATE TYPE size AS RANGE (subtype = int4);
REVOKE USAGE ON TYPE mood, size FROM app_reader;
REVOKE USAGE ON DOMAIN code FROM app_reader;
CREATE TABLE people (id int PRIMARY KEY, mood mood, code code, size size);
