CREATE FUNCTION same(a int, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1::text = $2 $$;
CREATE FUNCTION same(a text, b int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $2::text = $1 $$;
CREATE FUNCTION halved(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1 / 2 $$;
CREATE OPERATOR === (FUNCTION = same, LEFTARG = int, RIGHTARG = text, RESTRICT = eqsel);
CREATE OPERATOR @@/ (FUNCTION = halved, RIGHTARG = int);
CREATE OPERATOR ~~~ (FUNCTION = same, LEFTARG = int, RIGHTARG = text);
CREATE TABLE t (id int, x text);
CREATE VIEW v AS SELECT id FROM t WHERE id OPERATOR(public.~~~) x;
COMMENT ON OPERATOR === (int, text) IS 'same';
