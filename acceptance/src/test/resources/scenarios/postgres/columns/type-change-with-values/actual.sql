CREATE TABLE t (id int PRIMARY KEY, state text NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'off')), size text DEFAULT 'small', at text);
CREATE INDEX t_state ON t (state);
CREATE VIEW states AS SELECT id, state FROM t;
