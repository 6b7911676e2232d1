SELECT group_concat(id) = '4,9' FROM t;
