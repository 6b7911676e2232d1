-- plumbline: rename constraint public.p.pk to p_pk
-- plumbline: rename constraint public.p.chk to p_chk
-- plumbline: rename constraint public.c.fk to c_fk
CREATE TABLE p (id int CONSTRAINT p_pk PRIMARY KEY, n int CONSTRAINT p_chk CHECK (n > 0));
CREATE TABLE c (p int CONSTRAINT c_fk REFERENCES p);
-- plumbline: renamed from i
CREATE INDEX c_p ON c (p);
-- plumbline: renamed from v
CREATE VIEW c_view AS SELECT * FROM c;
-- plumbline: renamed from s
CREATE SEQUENCE numbers;
-- plumbline: renamed from f
CREATE FUNCTION same(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- plumbline: renamed from t
CREATE TRIGGER c_t BEFORE INSERT ON c FOR EACH ROW EXECUTE FUNCTION tg();
-- plumbline: renamed from pol
CREATE POLICY c_policy ON c USING (same(p) > 0);
-- plumbline: renamed from e
CREATE TYPE letters AS ENUM ('a');
-- plumbline: renamed from d
CREATE DOMAIN whole AS int;
