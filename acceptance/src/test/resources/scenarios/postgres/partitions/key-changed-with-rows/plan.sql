-- 1. DROP constraint public.refers.refers_plain_at_fkey
ALTER TABLE public.refers DROP CONSTRAINT refers_plain_at_fkey;

-- 2. DROP materialized view public.counted
DROP MATERIALIZED VIEW public.counted;

-- 3. DROP view public.v
DROP VIEW public.v;

-- 4. DROP table public.parts
SET LOCAL row_security = off;
LOCK TABLE public.parts IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.parts__plumbline_rows AS TABLE public.parts;
DROP TABLE public.parts;

-- 5. CREATE table public.parts
CREATE TABLE public.parts (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    at date NOT NULL,
    n integer
) PARTITION BY LIST (n);

-- 6. CREATE table public.parts_1
CREATE TABLE public.parts_1 PARTITION OF public.parts FOR VALUES IN (1, 2);

-- 7. CREATE table public.parts_rest
CREATE TABLE public.parts_rest PARTITION OF public.parts DEFAULT;

-- 8. CONVERT table public.parts, DATA_DEPENDENT
INSERT INTO public.parts (id, at, n) OVERRIDING SYSTEM VALUE SELECT id::bigint, at, n FROM public.parts__plumbline_rows;
DROP TABLE public.parts__plumbline_rows;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.parts', 'id'), GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.parts;

-- 9. CREATE index public.parts_n
CREATE INDEX parts_n ON public.parts USING btree (n);

-- 10. DROP table public.plain
SET LOCAL row_security = off;
LOCK TABLE public.plain IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.plain__plumbline_rows AS TABLE public.plain;
DROP TABLE public.plain;

-- 11. CREATE table public.plain
CREATE TABLE public.plain (
    id integer NOT NULL,
    at date NOT NULL,
    n integer DEFAULT 7,
    twice integer GENERATED ALWAYS AS ((n * 2)) STORED,
    owner integer,
    CONSTRAINT plain_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

-- 12. CREATE sequence public.plain_id_seq
CREATE SEQUENCE public.plain_id_seq AS integer OWNED BY public.plain.id;
SELECT pg_catalog.setval('public.plain_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.plain;

-- 13. CREATE column default public.plain.id
ALTER TABLE ONLY public.plain ALTER COLUMN id SET DEFAULT nextval('public.plain_id_seq'::regclass);

-- 14. CREATE table public.plain_1
CREATE TABLE public.plain_1 PARTITION OF public.plain FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- 15. CREATE table public.plain_rest
CREATE TABLE public.plain_rest PARTITION OF public.plain DEFAULT;

-- 16. CONVERT table public.plain, DATA_DEPENDENT
INSERT INTO public.plain (id, at, n, owner) SELECT id, at, n, owner FROM public.plain__plumbline_rows;
DROP TABLE public.plain__plumbline_rows;
SELECT pg_catalog.setval('public.plain_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.plain;

-- 17. CREATE view public.v
CREATE VIEW public.v (id, at) AS
SELECT id,
    at
   FROM public.plain;

-- 18. CREATE materialized view public.counted
CREATE MATERIALIZED VIEW public.counted (c) AS
SELECT count(*) AS c
   FROM public.plain
WITH DATA;

-- 19. CREATE index public.plain_n
CREATE INDEX plain_n ON public.plain USING btree (n);

-- 20. CREATE constraint public.plain.plain_owner_fkey, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.plain ADD CONSTRAINT plain_owner_fkey FOREIGN KEY (owner) REFERENCES public.owners(id);

-- 21. CREATE constraint public.refers.refers_plain_at_fkey, DATA_DEPENDENT
ALTER TABLE public.refers ADD CONSTRAINT refers_plain_at_fkey FOREIGN KEY (plain, at) REFERENCES public.plain(id, at) NOT VALID;

-- 22. ALTER constraint public.refers.refers_plain_at_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.refers VALIDATE CONSTRAINT refers_plain_at_fkey;

-- 23. CREATE trigger public.plain.logs
CREATE TRIGGER logs AFTER INSERT ON public.plain FOR EACH ROW EXECUTE FUNCTION public.logged();

-- 24. CREATE policy public.plain.sees
CREATE POLICY sees ON public.plain FOR ALL TO PUBLIC USING ((n > 0));

-- 25. CREATE comment on table public.plain
COMMENT ON TABLE public.plain IS 'plain';

-- 26. CREATE grant to app_reader on table public.plain
GRANT SELECT ON TABLE public.plain TO app_reader;

-- 27. ALTER table public.plain
ALTER TABLE public.plain ENABLE ROW LEVEL SECURITY;

-- reverse

-- 1. DROP constraint public.refers.refers_plain_at_fkey
ALTER TABLE public.refers DROP CONSTRAINT refers_plain_at_fkey;

-- 2. DROP materialized view public.counted
DROP MATERIALIZED VIEW public.counted;

-- 3. DROP view public.v
DROP VIEW public.v;

-- 4. DROP table public.parts
SET LOCAL row_security = off;
LOCK TABLE public.parts IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.parts__plumbline_rows AS TABLE public.parts;
DROP TABLE public.parts;

-- 5. CREATE table public.parts
CREATE TABLE public.parts (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    at date NOT NULL,
    n integer
) PARTITION BY RANGE (at);

-- 6. CREATE table public.parts_1
CREATE TABLE public.parts_1 PARTITION OF public.parts FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- 7. CREATE table public.parts_old
CREATE TABLE public.parts_old PARTITION OF public.parts DEFAULT;

-- 8. CONVERT table public.parts, DATA_DEPENDENT
INSERT INTO public.parts (id, at, n) OVERRIDING SYSTEM VALUE SELECT id::integer, at, n FROM public.parts__plumbline_rows;
DROP TABLE public.parts__plumbline_rows;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.parts', 'id'), GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.parts;

-- 9. CREATE index public.parts_n
CREATE INDEX parts_n ON public.parts USING btree (n);

-- 10. DROP table public.plain
SET LOCAL row_security = off;
LOCK TABLE public.plain IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.plain__plumbline_rows AS TABLE public.plain;
DROP TABLE public.plain;

-- 11. CREATE table public.plain
CREATE TABLE public.plain (
    id integer NOT NULL,
    at date NOT NULL,
    n integer DEFAULT 7,
    twice integer GENERATED ALWAYS AS ((n * 2)) STORED,
    owner integer,
    CONSTRAINT plain_pkey PRIMARY KEY (id, at)
);

-- 12. CREATE sequence public.plain_id_seq
CREATE SEQUENCE public.plain_id_seq AS integer OWNED BY public.plain.id;
SELECT pg_catalog.setval('public.plain_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.plain;

-- 13. CREATE column default public.plain.id
ALTER TABLE ONLY public.plain ALTER COLUMN id SET DEFAULT nextval('public.plain_id_seq'::regclass);

-- 14. CONVERT table public.plain, DATA_DEPENDENT
INSERT INTO public.plain (id, at, n, owner) SELECT id, at, n, owner FROM public.plain__plumbline_rows;
DROP TABLE public.plain__plumbline_rows;
SELECT pg_catalog.setval('public.plain_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.plain;

-- 15. CREATE view public.v
CREATE VIEW public.v (id, at) AS
SELECT id,
    at
   FROM public.plain;

-- 16. CREATE materialized view public.counted
CREATE MATERIALIZED VIEW public.counted (c) AS
SELECT count(*) AS c
   FROM public.plain
WITH DATA;

-- 17. CREATE index public.plain_n
CREATE INDEX plain_n ON public.plain USING btree (n);

-- 18. CREATE constraint public.plain.plain_owner_fkey, DATA_DEPENDENT
ALTER TABLE public.plain ADD CONSTRAINT plain_owner_fkey FOREIGN KEY (owner) REFERENCES public.owners(id);

-- 19. CREATE constraint public.refers.refers_plain_at_fkey, DATA_DEPENDENT
ALTER TABLE public.refers ADD CONSTRAINT refers_plain_at_fkey FOREIGN KEY (plain, at) REFERENCES public.plain(id, at) NOT VALID;

-- 20. ALTER constraint public.refers.refers_plain_at_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.refers VALIDATE CONSTRAINT refers_plain_at_fkey;

-- 21. CREATE trigger public.plain.logs
CREATE TRIGGER logs AFTER INSERT ON public.plain FOR EACH ROW EXECUTE FUNCTION public.logged();

-- 22. CREATE policy public.plain.sees
CREATE POLICY sees ON public.plain FOR ALL TO PUBLIC USING ((n > 0));

-- 23. CREATE comment on table public.plain
COMMENT ON TABLE public.plain IS 'plain';

-- 24. CREATE grant to app_reader on table public.plain
GRANT SELECT ON TABLE public.plain TO app_reader;

-- 25. ALTER table public.plain
ALTER TABLE public.plain ENABLE ROW LEVEL SECURITY;
