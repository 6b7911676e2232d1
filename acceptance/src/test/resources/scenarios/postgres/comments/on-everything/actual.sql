CREATE SCHEMA s;
CREATE TABLE s.t (id int CONSTRAINT pk PRIMARY KEY, a text, b text);
COMMENT ON TABLE s.t IS 'old';
COMMENT ON COLUMN s.t.b IS 'gone';
