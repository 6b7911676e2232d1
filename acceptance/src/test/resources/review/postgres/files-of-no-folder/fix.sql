ALTER TABLE tasks ADD COLUMN owner text;
CREATE INDEX CONCURRENTLY IF NOT EXISTS tasks_owner ON tasks (owner);
