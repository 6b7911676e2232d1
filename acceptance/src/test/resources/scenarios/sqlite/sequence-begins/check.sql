SELECT seq = 9 FROM sqlite_sequence WHERE name = 't';
