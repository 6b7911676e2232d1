-- plumbline: allow in file narrow-key (a handful of rows)
CREATE TABLE tasks (id integer PRIMARY KEY, note text, size text);
