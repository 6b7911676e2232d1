CREATE TABLE owners (id int PRIMARY KEY);
-- plumbline: keep rows
CREATE TABLE plain (
  id serial, at date NOT NULL, n int DEFAULT 7, twice int GENERATED ALWAYS AS (n * 2) STORED, owner int REFERENCES owners, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE plain_1 PARTITION OF plain FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE plain_rest PARTITION OF plain DEFAULT;
COMMENT ON TABLE plain IS 'plain';
GRANT SELECT ON plain TO app_reader;
CREATE INDEX plain_n ON plain (n);
CREATE TABLE refers (plain int, at date, FOREIGN KEY (plain, at) REFERENCES plain);
CREATE VIEW v AS SELECT id, at FROM plain;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS c FROM plain;
CREATE TABLE log (n int);
CREATE FUNCTION logged() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.log VALUES (NEW.n); RETURN NEW; END';
CREATE TRIGGER logs AFTER INSERT ON plain FOR EACH ROW EXECUTE FUNCTION logged();
ALTER TABLE plain ENABLE ROW LEVEL SECURITY;
CREATE POLICY sees ON plain USING (n > 0);
-- plumbline: keep rows
CREATE TABLE parts (id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL, n int) PARTITION BY LIST (n);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1, 2);
CREATE TABLE parts_rest PARTITION OF parts DEFAULT;
CREATE INDEX parts_n ON parts (n);
