-- 1. DROP view public.v
DROP VIEW public.v;

-- 2. DROP table public.parts_1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.parts_1
DROP TABLE public.parts_1;

-- 3. DROP table public.parts
DROP TABLE public.parts;

-- 4. CREATE table public.parts
CREATE TABLE public.parts (
    id integer,
    at date NOT NULL,
    n integer
) PARTITION BY LIST (n);

-- 5. CREATE table public.parts_1
CREATE TABLE public.parts_1 PARTITION OF public.parts FOR VALUES IN (1, 2);

-- 6. CREATE table public.parts_rest
CREATE TABLE public.parts_rest PARTITION OF public.parts DEFAULT;

-- 7. CREATE index public.parts_n
CREATE INDEX parts_n ON public.parts USING btree (n);

-- 8. DROP table public.plain, DATA_LOSS IRREVERSIBLE; loses the rows of table public.plain
DROP TABLE public.plain;

-- 9. CREATE table public.plain
CREATE TABLE public.plain (
    id integer NOT NULL,
    at date NOT NULL,
    n integer DEFAULT 7,
    CONSTRAINT plain_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

-- 10. CREATE sequence public.plain_id_seq
CREATE SEQUENCE public.plain_id_seq AS integer OWNED BY public.plain.id;
SELECT pg_catalog.setval('public.plain_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.plain;

-- 11. CREATE column default public.plain.id
ALTER TABLE ONLY public.plain ALTER COLUMN id SET DEFAULT nextval('public.plain_id_seq'::regclass);

-- 12. CREATE table public.plain_1
CREATE TABLE public.plain_1 PARTITION OF public.plain FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- 13. CREATE table public.plain_rest
CREATE TABLE public.plain_rest PARTITION OF public.plain DEFAULT;

-- 14. CREATE view public.v
CREATE VIEW public.v (id, at) AS
SELECT id,
    at
   FROM public.plain;

-- 15. CREATE comment on table public.plain
COMMENT ON TABLE public.plain IS 'plain';

-- 16. CREATE grant to app_reader on table public.plain
GRANT SELECT ON TABLE public.plain TO app_reader;

-- reverse

-- 1. DROP view public.v
DROP VIEW public.v;

-- 2. DROP table public.parts_1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.parts_1
DROP TABLE public.parts_1;

-- 3. DROP table public.parts_rest, DATA_LOSS IRREVERSIBLE; loses the rows of table public.parts_rest
DROP TABLE public.parts_rest;

-- 4. DROP table public.parts
DROP TABLE public.parts;

-- 5. CREATE table public.parts
CREATE TABLE public.parts (
    id integer,
    at date NOT NULL,
    n integer
) PARTITION BY RANGE (at);

-- 6. CREATE table public.parts_1
CREATE TABLE public.parts_1 PARTITION OF public.parts FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- 7. CREATE index public.parts_n
CREATE INDEX parts_n ON public.parts USING btree (n);

-- 8. DROP table public.plain_1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.plain_1
DROP TABLE public.plain_1;

-- 9. DROP table public.plain_rest, DATA_LOSS IRREVERSIBLE; loses the rows of table public.plain_rest
DROP TABLE public.plain_rest;

-- 10. DROP table public.plain
DROP TABLE public.plain;

-- 11. CREATE table public.plain
CREATE TABLE public.plain (
    id integer NOT NULL,
    at date NOT NULL,
    n integer DEFAULT 7,
    CONSTRAINT plain_pkey PRIMARY KEY (id, at)
);

-- 12. CREATE sequence public.plain_id_seq
CREATE SEQUENCE public.plain_id_seq AS integer OWNED BY public.plain.id;
SELECT pg_catalog.setval('public.plain_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.plain;

-- 13. CREATE column default public.plain.id
ALTER TABLE ONLY public.plain ALTER COLUMN id SET DEFAULT nextval('public.plain_id_seq'::regclass);

-- 14. CREATE view public.v
CREATE VIEW public.v (id, at) AS
SELECT id,
    at
   FROM public.plain;

-- 15. CREATE comment on table public.plain
COMMENT ON TABLE public.plain IS 'plain';

-- 16. CREATE grant to app_reader on table public.plain
GRANT SELECT ON TABLE public.plain TO app_reader;
