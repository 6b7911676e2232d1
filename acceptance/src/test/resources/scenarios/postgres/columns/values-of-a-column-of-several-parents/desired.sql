CREATE TABLE d1 (id int,
    -- plumbline: using CASE size WHEN 'small' THEN 1 WHEN 'large' THEN 3 END
    -- plumbline: reverse using CASE size WHEN 1 THEN 'small' WHEN 3 THEN 'large' END
    size int);
CREATE TABLE d2 (
    -- plumbline: using CASE size WHEN 'small' THEN 1 WHEN 'large' THEN 3 END
    -- plumbline: reverse using CASE size WHEN 1 THEN 'small' WHEN 3 THEN 'large' END
    size int);
CREATE TABLE d_both () INHERITS (d1, d2);
CREATE TABLE d_own (
    -- plumbline: using CASE size WHEN 'small' THEN 1 WHEN 'large' THEN 3 END
    -- plumbline: reverse using CASE size WHEN 1 THEN 'small' WHEN 3 THEN 'large' END
    size int) INHERITS (d1);
CREATE TABLE one (
    -- plumbline: using state = 'on'
    -- plumbline: reverse using CASE WHEN state THEN 'on' ELSE 'off' END
    state boolean,
    -- plumbline: using "now USING then" = 'on'
    -- plumbline: reverse using CASE WHEN "now USING then" THEN 'on' ELSE 'off' END
    "now USING then" boolean);
CREATE TABLE one_heir () INHERITS (one);
