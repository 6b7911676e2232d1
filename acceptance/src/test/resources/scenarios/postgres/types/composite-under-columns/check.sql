SELECT 1 FROM t WHERE (p).x <> 1 OR (ps[1]).y <> 4 OR ((l).b).x <> 3;
