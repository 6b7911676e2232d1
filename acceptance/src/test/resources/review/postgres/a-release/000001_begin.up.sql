-- Nobody waits for what a migration makes itself, so that nothing here is told but advice.
CREATE TABLE owners (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
CREATE TABLE tasks (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner bigint REFERENCES owners,
    state varchar(10),
    amount integer
);
CREATE INDEX tasks_owner ON tasks (owner);
ALTER TABLE tasks ADD CHECK (amount > 0);
ALTER TABLE tasks ALTER COLUMN state SET NOT NULL;
CREATE VIEW open_tasks AS SELECT id FROM tasks;
