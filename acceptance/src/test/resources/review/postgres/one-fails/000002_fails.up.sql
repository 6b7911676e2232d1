TRUNCATE tasks;
ALTER TABLE tasks ADD COLUMN owner txt;
