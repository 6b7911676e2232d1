-- What there is from PostgreSQL 18 on.
ALTER TABLE bare ADD CONSTRAINT bare_n_not_null NOT NULL n NOT VALID;
ALTER TABLE bare ADD COLUMN virt integer GENERATED ALWAYS AS (id + 1) VIRTUAL;
CREATE TABLE quiet_parent (id integer PRIMARY KEY);
CREATE TABLE quiet (id integer PRIMARY KEY, parent_id integer,
    CONSTRAINT quiet_parent_key FOREIGN KEY (parent_id) REFERENCES quiet_parent NOT ENFORCED);
