SELECT 1 FROM t WHERE id <> 5 OR c <> 'a';
