CREATE TABLE t (id int PRIMARY KEY, active text NOT NULL DEFAULT 'no', size text);
CREATE INDEX t_active ON t (active);
