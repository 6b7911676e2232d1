CREATE TABLE plain (id int, code text, a int, b int, "Odd (name" int);
CREATE TABLE known (id int NOT NULL, code text);
CREATE UNIQUE INDEX known_code_key ON known (code);
CREATE TABLE refers (code text);
