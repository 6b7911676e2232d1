CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT);
PRAGMA user_version = 6;
