SELECT rowid = 7 AND id = 1 FROM t;
