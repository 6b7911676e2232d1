-- 1. CREATE table public.ev
CREATE TABLE public.ev (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    region character varying(5) NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ev_pkey PRIMARY KEY (region, at, id)
) PARTITION BY LIST (region);

-- 2. CREATE table public.ev_eu
CREATE TABLE public.ev_eu PARTITION OF public.ev FOR VALUES IN ('de', 'fr') PARTITION BY RANGE (at);

-- 3. CREATE table public.ev_eu_24
CREATE TABLE public.ev_eu_24 PARTITION OF public.ev_eu FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00') PARTITION BY HASH (id);

-- 4. CREATE table public.ev_eu_24_0
CREATE TABLE public.ev_eu_24_0 PARTITION OF public.ev_eu_24 FOR VALUES WITH (modulus 2, remainder 0);

-- 5. CREATE table public.ev_eu_24_1
CREATE TABLE public.ev_eu_24_1 PARTITION OF public.ev_eu_24 FOR VALUES WITH (modulus 2, remainder 1);

-- 6. CREATE table public.ev_other
CREATE TABLE public.ev_other PARTITION OF public.ev DEFAULT;

-- 7. CREATE table public.kept_2
CREATE TABLE public.kept_2 PARTITION OF public.kept FOR VALUES FROM (10) TO (MAXVALUE) WITH (fillfactor = 50);

-- 8. CREATE table public.refs
CREATE TABLE public.refs (
    region character varying(5),
    at timestamp with time zone,
    id bigint
);

-- 9. CREATE index public.ev_at
CREATE INDEX ev_at ON public.ev USING btree (at DESC);

-- 10. CREATE index public.ev_u
CREATE UNIQUE INDEX ev_u ON public.ev USING btree (region, at, id);

-- 11. CREATE constraint public.refs.refs_region_at_id_fkey
ALTER TABLE public.refs ADD CONSTRAINT refs_region_at_id_fkey FOREIGN KEY (region, at, id) REFERENCES public.ev(region, at, id);

-- reverse

-- 1. ALTER table public.kept_2, OUTSIDE
ALTER TABLE public.kept DETACH PARTITION public.kept_2 CONCURRENTLY;

-- 2. DROP table public.kept_2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.kept_2
DROP TABLE public.kept_2;

-- 3. DROP table public.refs, DATA_LOSS IRREVERSIBLE; loses the rows of table public.refs
DROP TABLE public.refs;

-- 4. DROP table public.ev_eu_24_0, DATA_LOSS IRREVERSIBLE; loses the rows of table public.ev_eu_24_0
DROP TABLE public.ev_eu_24_0;

-- 5. DROP table public.ev_eu_24_1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.ev_eu_24_1
DROP TABLE public.ev_eu_24_1;

-- 6. DROP table public.ev_eu_24
DROP TABLE public.ev_eu_24;

-- 7. DROP table public.ev_eu
DROP TABLE public.ev_eu;

-- 8. DROP table public.ev_other, DATA_LOSS IRREVERSIBLE; loses the rows of table public.ev_other
DROP TABLE public.ev_other;

-- 9. DROP table public.ev
DROP TABLE public.ev;
