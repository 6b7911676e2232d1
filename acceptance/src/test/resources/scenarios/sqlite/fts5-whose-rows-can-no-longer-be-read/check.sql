SELECT count(*) = 0 FROM f WHERE f MATCH 'walk';
SELECT count(*) = 0 FROM g WHERE g MATCH 'walk OR far';
SELECT group_concat(w) = 'far' FROM h WHERE h MATCH 'far';
SELECT count(*) = 2 FROM n;
