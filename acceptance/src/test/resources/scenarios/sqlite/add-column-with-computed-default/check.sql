SELECT b = 'xy' AND c = 7 AND d = 2 FROM t;
