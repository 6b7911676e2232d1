SELECT 1 FROM t WHERE (a, b, c, d, e, f) <> ('a', 'b', 'c', 1.25, 'e', 7) OR h <> '{1,2}' OR i <> '{}';
