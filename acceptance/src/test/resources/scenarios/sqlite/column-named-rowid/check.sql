SELECT group_concat(_rowid_ || rowid || a) = '5r1,9s2' FROM t;
