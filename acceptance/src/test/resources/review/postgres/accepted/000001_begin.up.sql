-- plumbline: allow in file no-way-back (this project goes forwards only)
CREATE TABLE tasks (id bigint PRIMARY KEY, note text, size text);
