SELECT a = 'one' AND b IS NULL FROM t;
