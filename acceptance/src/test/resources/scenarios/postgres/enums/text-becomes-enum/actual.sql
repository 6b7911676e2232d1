CREATE TABLE jobs (id int PRIMARY KEY, state text NOT NULL DEFAULT 'new',
    CONSTRAINT jobs_state CHECK (state IN ('new', 'done')));
CREATE VIEW open_jobs AS SELECT id, state FROM jobs WHERE state = 'new';
CREATE INDEX jobs_new ON jobs (id) WHERE state = 'new';
