CREATE TYPE state AS ENUM ('open', 'on hold', 'done');
CREATE TABLE tasks (id bigint PRIMARY KEY, held boolean, state state NOT NULL, past state[]);
CREATE TYPE size AS ENUM ('s', 'm', 'l');
CREATE TABLE shirts (id int PRIMARY KEY, size size);
CREATE VIEW sizes AS SELECT DISTINCT size FROM shirts;
