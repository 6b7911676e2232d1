SELECT group_concat(rowid) = '5,50' FROM t;
