CREATE TYPE s AS ENUM ('open', 'new', 'done');
CREATE DOMAIN sd AS s DEFAULT 'new' CHECK (VALUE <> 'done');
CREATE TYPE pair AS (a s, n int);
CREATE TABLE t (id int PRIMARY KEY, s s NOT NULL DEFAULT 'new', ss s[] DEFAULT ARRAY['new', 'open']::s[], d sd, p pair,
    up text GENERATED ALWAYS AS (CASE WHEN s = 'done'::s THEN 'D' ELSE 'N' END) STORED);
CREATE INDEX t_open ON t (id) WHERE s = 'open';
CREATE FUNCTION next(x s DEFAULT 'new') RETURNS s LANGUAGE sql AS $$ SELECT 'open'::public.s $$;
CREATE VIEW v AS SELECT s, ss[1] AS first FROM t WHERE s <> 'done';
CREATE MATERIALIZED VIEW mv AS SELECT s, count(*) FROM t GROUP BY s;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON t USING (s <> 'done');
GRANT USAGE ON TYPE s TO app_reader;
COMMENT ON TYPE s IS 'state';
