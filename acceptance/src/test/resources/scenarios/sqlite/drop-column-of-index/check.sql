SELECT b = 'b' FROM t;
