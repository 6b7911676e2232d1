SELECT 1 FROM t WHERE lower(r) <> '10:00' OR upper(rs[1]) <> '11:00';
