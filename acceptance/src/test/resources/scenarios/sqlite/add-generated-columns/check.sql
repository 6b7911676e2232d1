SELECT s = 3 AND d = 6 FROM t;
