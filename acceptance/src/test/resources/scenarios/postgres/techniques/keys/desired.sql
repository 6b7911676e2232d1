CREATE TABLE plain (id int, code text, a int, b int, "Odd (name" int,
    CONSTRAINT plain_pkey PRIMARY KEY (id) INCLUDE (code),
    CONSTRAINT plain_code_key UNIQUE (code) WITH (fillfactor = 70),
    CONSTRAINT plain_a_b_key UNIQUE (a, b) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "plain_Odd key" UNIQUE ("Odd (name", a) DEFERRABLE);
ALTER TABLE plain CLUSTER ON plain_code_key;
CREATE TABLE known (id int NOT NULL, code text, CONSTRAINT known_code_key UNIQUE (code));
CREATE TABLE refers (code text CONSTRAINT refers_code REFERENCES plain (code));
