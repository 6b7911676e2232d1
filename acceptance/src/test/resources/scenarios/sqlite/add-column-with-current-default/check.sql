SELECT count(*) = 2 AND min(length(at)) = 19 FROM t;
