SELECT v = 20 AND s = 30 AND p = 1 FROM t;
