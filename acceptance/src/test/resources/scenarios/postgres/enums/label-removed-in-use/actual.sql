CREATE TYPE state AS ENUM ('draft', 'open', 'on hold', 'done');
COMMENT ON TYPE state IS 'Where a task stands.';
REVOKE USAGE ON TYPE state FROM PUBLIC;
GRANT USAGE ON TYPE state TO app_reader;
CREATE TABLE tasks (
    id bigint PRIMARY KEY,
    public text NOT NULL,
    state state NOT NULL DEFAULT 'on hold' CONSTRAINT tasks_state CHECK (state <> 'draft' OR public <> ''),
    earlier state[] DEFAULT '{draft,open}',
    CONSTRAINT tasks_public_state UNIQUE (public, state)
);
CREATE INDEX tasks_open ON tasks (state DESC, id) WHERE state = 'open';
CREATE INDEX tasks_public ON tasks (public);
COMMENT ON COLUMN tasks.state IS 'Never empty.';
COMMENT ON INDEX tasks_open IS 'Serves the list.';
COMMENT ON CONSTRAINT tasks_state ON tasks IS 'A draft has a name.';
GRANT SELECT (id, state) ON tasks TO app_reader;
CREATE TABLE steps (
    task bigint NOT NULL REFERENCES tasks,
    number int NOT NULL,
    state state,
    PRIMARY KEY (task, number),
    CHECK (state IN ('open', 'done'))
);
CREATE INDEX steps_state ON steps (state);
