SELECT count(*) = 3 FROM pragma_table_xinfo('t') WHERE "notnull";
SELECT count(*) = 1 FROM t;
