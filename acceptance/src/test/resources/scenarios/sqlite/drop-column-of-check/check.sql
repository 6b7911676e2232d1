SELECT b = 2 AND c = 3 FROM t;
