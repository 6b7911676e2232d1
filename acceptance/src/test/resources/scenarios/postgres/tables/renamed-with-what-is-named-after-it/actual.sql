CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, num serial, mail text UNIQUE, boss int REFERENCES users, age int CHECK (age > 0), note text,
    CONSTRAINT said_so UNIQUE (note));
CREATE INDEX ON users (age);
CREATE INDEX ON users (lower(note)) WHERE age > 10;
CREATE TABLE posts (id int, author int REFERENCES users);
