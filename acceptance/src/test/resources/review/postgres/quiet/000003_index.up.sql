CREATE INDEX CONCURRENTLY tasks_owner ON tasks (owner);
