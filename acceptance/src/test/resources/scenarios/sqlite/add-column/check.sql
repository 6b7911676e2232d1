SELECT group_concat(id || a || b) = '1onex,7sevenx' FROM t;
