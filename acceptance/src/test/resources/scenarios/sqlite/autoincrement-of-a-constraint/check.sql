SELECT seq = 9 FROM sqlite_sequence WHERE name = 't';
SELECT seq = 4 FROM sqlite_sequence WHERE name = 'plain';
