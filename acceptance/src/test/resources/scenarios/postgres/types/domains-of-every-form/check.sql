SELECT 1 FROM t WHERE s <> 5 OR ss[1] <> 6 OR m <> 7 OR l[1] <> 8 OR o <> 9;
