SELECT 1 FROM t WHERE loud <> upper(words) OR twice <> id * 2;
