-- plumbline: renamed from users
CREATE TABLE accounts (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, num serial,
    -- plumbline: renamed from mail
    email text UNIQUE, boss int REFERENCES accounts, age int CHECK (age > 0), note text,
    CONSTRAINT said_so UNIQUE (note));
CREATE INDEX ON accounts (age);
CREATE INDEX ON accounts (lower(note)) WHERE age > 10;
CREATE TABLE posts (id int, author int REFERENCES accounts);
