SELECT count(*) = 1 FROM f WHERE f MATCH '150';
SELECT count(*) = 0 FROM f WHERE f MATCH '0150';
INSERT INTO f (f, rank) VALUES ('integrity-check', 1);
