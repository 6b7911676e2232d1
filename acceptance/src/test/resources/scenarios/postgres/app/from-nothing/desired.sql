CREATE SCHEMA app;
CREATE EXTENSION pgcrypto SCHEMA app;
CREATE TYPE app.state AS ENUM ('a', 'b');
CREATE DOMAIN app.email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE app.a (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, s app.state DEFAULT 'a', m app.email, boss int REFERENCES app.a);
CREATE TABLE app.b (a int REFERENCES app.a, secret bytea DEFAULT app.gen_random_bytes(8), PRIMARY KEY (a));
CREATE VIEW app.v AS SELECT * FROM app.a JOIN app.b ON a = id;
