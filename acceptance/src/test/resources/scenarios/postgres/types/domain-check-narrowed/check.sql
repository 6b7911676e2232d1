SELECT 1 FROM t WHERE id <> 5 OR s <> 6 OR c <> 'a code of many letters';
