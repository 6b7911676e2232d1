SELECT a = 12 AND typeof(a) = 'integer' FROM t;
