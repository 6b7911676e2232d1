CREATE TYPE job_state AS ENUM ('new', 'done', 'failed');
CREATE TABLE jobs (id int PRIMARY KEY, state job_state NOT NULL DEFAULT 'new');
CREATE VIEW open_jobs AS SELECT id, state FROM jobs WHERE state = 'new';
CREATE INDEX jobs_new ON jobs (id) WHERE state = 'new';
