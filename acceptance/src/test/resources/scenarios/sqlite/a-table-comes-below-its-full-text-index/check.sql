SELECT count(*) = 0 FROM f WHERE f MATCH 'left';
