CREATE AGGREGATE gone(int) (sfunc = int4pl, stype = int);
CREATE AGGREGATE changed(int) (sfunc = int4pl, stype = int, initcond = '0');
CREATE VIEW v AS SELECT changed(x) AS c FROM generate_series(1, 3) AS x;
COMMENT ON AGGREGATE changed(int) IS 'sums';
GRANT EXECUTE ON FUNCTION changed(int) TO app_reader;
CREATE AGGREGATE to_rename(*) (sfunc = int8inc, stype = int8, initcond = '0');
