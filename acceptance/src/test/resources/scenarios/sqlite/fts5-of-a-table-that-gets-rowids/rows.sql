INSERT INTO n VALUES ('b', 'walk'), ('a', 'run');
