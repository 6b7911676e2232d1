CREATE TABLE t (
    id int PRIMARY KEY,
    -- plumbline: using active = 'yes'
    -- plumbline: reverse using CASE WHEN active THEN 'yes' ELSE 'no' END
    active boolean NOT NULL DEFAULT false,
    -- plumbline: using CASE size WHEN 'L' THEN 3 ELSE 1 END
    -- plumbline: reverse using CASE size WHEN 3 THEN 'L' END
    size int NOT NULL
);
CREATE INDEX t_active ON t (active);
