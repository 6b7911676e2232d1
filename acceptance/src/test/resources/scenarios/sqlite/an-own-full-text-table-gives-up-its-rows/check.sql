SELECT count(*) = 1 FROM t1 WHERE t1 MATCH 'walk';
SELECT v = 'run' FROM f WHERE rowid = 6;
