SELECT b = 'b' FROM v;
SELECT count(*) = 0 FROM log;
