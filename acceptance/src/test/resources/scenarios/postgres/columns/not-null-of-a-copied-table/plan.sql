-- 1. CREATE table public.a
CREATE TABLE public.a (
    id integer CONSTRAINT t_id_not_null NOT NULL,
    s text CONSTRAINT t_s_not_null NOT NULL
);

-- 2. CREATE table public.t
CREATE TABLE public.t (
    id integer CONSTRAINT t_id_not_null NOT NULL,
    s text CONSTRAINT t_s_not_null NOT NULL
);

-- reverse

-- 1. DROP table public.a, DATA_LOSS IRREVERSIBLE; loses the rows of table public.a
DROP TABLE public.a;

-- 2. DROP table public.t, DATA_LOSS IRREVERSIBLE; loses the rows of table public.t
DROP TABLE public.t;
