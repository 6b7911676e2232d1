-- 1. DROP table public.t11, DATA_LOSS IRREVERSIBLE; loses the rows of table public.t11
DROP TABLE public.t11;

-- 2. DROP table public.t1
DROP TABLE public.t1;

-- 3. DROP table public.t
DROP TABLE public.t;

-- 4. CREATE table public.t
CREATE TABLE public.t (
    id bigint,
    s character varying(10)
) PARTITION BY LIST (id);

-- 5. CREATE table public.t1
CREATE TABLE public.t1 PARTITION OF public.t FOR VALUES IN ('1') PARTITION BY LIST (lower((s)::text));

-- 6. CREATE table public.t11
CREATE TABLE public.t11 PARTITION OF public.t1 FOR VALUES IN ('1');

-- reverse

-- 1. DROP table public.t11, DATA_LOSS IRREVERSIBLE; loses the rows of table public.t11
DROP TABLE public.t11;

-- 2. DROP table public.t1
DROP TABLE public.t1;

-- 3. DROP table public.t
DROP TABLE public.t;

-- 4. CREATE table public.t
CREATE TABLE public.t (
    id integer,
    s text
) PARTITION BY LIST (id);

-- 5. CREATE table public.t1
CREATE TABLE public.t1 PARTITION OF public.t FOR VALUES IN (1) PARTITION BY LIST (lower(s));

-- 6. CREATE table public.t11
CREATE TABLE public.t11 PARTITION OF public.t1 FOR VALUES IN ('1');
