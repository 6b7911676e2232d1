SELECT group_concat(id || a) = '5x,50y' FROM t;
