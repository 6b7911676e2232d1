SELECT count(*) = 0 FROM log;
SELECT a = 5 FROM t;
