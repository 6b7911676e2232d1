INSERT INTO n VALUES ('b', 'walk'), ('a', 'run');
INSERT INTO f (f) VALUES ('rebuild');
INSERT INTO m VALUES (3, 'walk', 'far'), (4, 'run', 'fast');
INSERT INTO g (g) VALUES ('rebuild');
INSERT INTO h (h) VALUES ('rebuild');
