CREATE INDEX tasks_id ON tasks (id);
