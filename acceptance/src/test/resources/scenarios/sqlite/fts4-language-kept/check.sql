SELECT count(*) = 1 FROM f WHERE f MATCH 'walk' AND lid = 2 AND docid = 4;
