CREATE TYPE state AS ENUM ('pending', 'done');
CREATE TABLE tasks (
  id int NOT NULL,
  made date NOT NULL,
  -- plumbline: using CASE state WHEN 'new' THEN 'pending' ELSE 'done' END
  state state NOT NULL DEFAULT 'pending',
  PRIMARY KEY (id, made)
) PARTITION BY RANGE (made);
CREATE TABLE tasks_of_then PARTITION OF tasks FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY HASH (id);
CREATE TABLE tasks_of_then_all PARTITION OF tasks_of_then FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE tasks_default PARTITION OF tasks DEFAULT;
CREATE TABLE notes (
  -- plumbline: using CASE state WHEN 'new' THEN 'pending' ELSE 'done' END
  state state DEFAULT 'pending'
);
CREATE TABLE notes_of_one (author int) INHERITS (notes);
ALTER TABLE notes_of_one ALTER state SET DEFAULT 'done';
