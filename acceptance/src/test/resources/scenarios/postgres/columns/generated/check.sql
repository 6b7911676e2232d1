SELECT 1 FROM t WHERE b <> 12 OR c <> 20 OR e <> '10';
