CREATE TABLE t (id int PRIMARY KEY, state varchar(20) NOT NULL, kind char(3) DEFAULT 'abc',
    CONSTRAINT state_known CHECK (state IN ('a', 'b', 'c')),
    CONSTRAINT state_fine CHECK (state NOT IN ('x', 'y]')), CONSTRAINT kinds CHECK (kind IN ('abc', 'def')));
CREATE INDEX t_open ON t (id) WHERE state IN ('a', 'b');
CREATE VIEW open_ones AS SELECT id FROM t WHERE state IN ('a', 'c') AND state = ANY (ARRAY['a', 'b']::varchar[]);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_only ON t FOR SELECT TO app_reader USING (state IN ('a', 'b') OR kind IN ('abc', 'x'));
CREATE FUNCTION is_open(s varchar) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN s IN ('a', 'b');
