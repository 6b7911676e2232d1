-- What the statements of the lock matrix work on. The same schema stands empty, where they are traced, and with rows.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE SCHEMA other;
CREATE TYPE mood AS ENUM ('low', 'high');
CREATE DOMAIN positive AS integer CONSTRAINT positive_check CHECK (VALUE > 0);
CREATE DOMAIN plain AS integer;
CREATE DOMAIN later AS integer;
ALTER DOMAIN later ADD CONSTRAINT later_check CHECK (VALUE > 0) NOT VALID;
CREATE SEQUENCE numbers;

CREATE TABLE parent (id integer PRIMARY KEY, name text NOT NULL, code integer);
CREATE TABLE t (
    id integer PRIMARY KEY,
    n integer,
    checked integer CONSTRAINT t_checked CHECK (checked IS NOT NULL),
    must integer NOT NULL,
    i4 integer,
    v10 varchar(10),
    v varchar,
    words text,
    num numeric(10, 2),
    ts timestamp,
    tstz timestamptz,
    ts3 timestamp(3),
    net cidr,
    ci text,
    doc json,
    padded char(5),
    bits varbit(8),
    r real,
    sorted text,
    parent_id integer,
    parent_later integer,
    linked integer CONSTRAINT t_linked REFERENCES parent,
    d integer DEFAULT 1,
    gen integer GENERATED ALWAYS AS (id + 1) STORED,
    seen integer,
    solo integer,
    key2 integer,
    key3 integer NOT NULL,
    span int4range,
    label mood
);
CREATE INDEX t_v10 ON t (v10);
CREATE INDEX t_sorted ON t (sorted);
CREATE UNIQUE INDEX t_solo ON t (solo);
CREATE UNIQUE INDEX t_key2 ON t (key2);
CREATE UNIQUE INDEX t_key3 ON t (key3);
ALTER TABLE t ADD CONSTRAINT t_later CHECK (n > 0) NOT VALID;
ALTER TABLE t ADD CONSTRAINT t_parent_later FOREIGN KEY (parent_later) REFERENCES parent NOT VALID;
CREATE STATISTICS t_stats ON n, must FROM t;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t_touch BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY t_policy ON t USING (true);
CREATE VIEW vw AS SELECT id, seen FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, seen FROM t;
CREATE UNIQUE INDEX mv_id ON mv (id);

CREATE TABLE bare (id integer, n integer, note text);
CREATE UNIQUE INDEX bare_id ON bare (id);
CREATE TABLE domains (p plain, l later);
CREATE TABLE base (id integer);
CREATE TABLE kid (id integer);
CREATE TABLE heir () INHERITS (base);
CREATE TABLE child (id integer PRIMARY KEY, parent_id integer REFERENCES parent);
CREATE TABLE child2 (id integer PRIMARY KEY, parent_id integer);
CREATE TABLE counted (id serial, note text);
CREATE UNLOGGED TABLE scrap (id integer);
CREATE PUBLICATION feed FOR TABLE kid;

CREATE TABLE pt (id integer, at integer) PARTITION BY RANGE (at);
CREATE TABLE pt_1 PARTITION OF pt FOR VALUES FROM (0) TO (1000);
CREATE TABLE pt_2 PARTITION OF pt FOR VALUES FROM (1000) TO (2000);
CREATE TABLE pt_rest PARTITION OF pt DEFAULT;
CREATE TABLE pn (id integer NOT NULL, at integer NOT NULL, parent_id integer) PARTITION BY RANGE (at);
CREATE TABLE pn_1 PARTITION OF pn FOR VALUES FROM (0) TO (1000);
CREATE TABLE pn_2 PARTITION OF pn FOR VALUES FROM (1000) TO (2000);
CREATE INDEX pn_at ON pn (at);
CREATE TABLE pk (id integer PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE pk_1 PARTITION OF pk FOR VALUES FROM (MINVALUE) TO (MAXVALUE);
CREATE TABLE pe (id integer, at integer) PARTITION BY RANGE (at);
CREATE TABLE pe_1 PARTITION OF pe FOR VALUES FROM (0) TO (1000);
CREATE TABLE pe_rest PARTITION OF pe DEFAULT;
ALTER TABLE pe_rest ADD CONSTRAINT pe_rest_leaves CHECK (at IS NOT NULL AND (at < 3000 OR at >= 4000));
CREATE TABLE newpart (id integer, at integer);
CREATE TABLE newpart_proven (id integer, at integer,
    CONSTRAINT newpart_range CHECK (at IS NOT NULL AND at >= 3000 AND at < 4000));
CREATE TABLE newpart_pn (id integer NOT NULL, at integer NOT NULL, parent_id integer,
    CONSTRAINT newpart_pn_range CHECK (at >= 3000 AND at < 4000));
