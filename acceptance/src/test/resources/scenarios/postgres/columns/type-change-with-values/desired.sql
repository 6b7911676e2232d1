CREATE TABLE t (id int PRIMARY KEY,
    -- plumbline: using state = 'on'
    -- plumbline: reverse using CASE WHEN state THEN 'on' ELSE 'off' END
    state boolean NOT NULL DEFAULT true,
    -- plumbline: using CASE size WHEN 'small' THEN 1 WHEN 'large' THEN 3 END
    -- plumbline: reverse using CASE size WHEN 1 THEN 'small' WHEN 3 THEN 'large' END
    size int CHECK (size > 0),
    -- plumbline: using to_timestamp(at::bigint)
    at timestamptz);
CREATE INDEX t_state ON t (state);
CREATE VIEW states AS SELECT id, state FROM t;
