CREATE TABLE plain (id serial, at date NOT NULL, n int DEFAULT 7, PRIMARY KEY (id, at));
COMMENT ON TABLE plain IS 'plain';
GRANT SELECT ON plain TO app_reader;
CREATE VIEW v AS SELECT id, at FROM plain;
CREATE TABLE parts (id int, at date NOT NULL, n int) PARTITION BY RANGE (at);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX parts_n ON parts (n);
