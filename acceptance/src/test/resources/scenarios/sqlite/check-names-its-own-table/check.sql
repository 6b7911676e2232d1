SELECT b = '2' FROM t;
