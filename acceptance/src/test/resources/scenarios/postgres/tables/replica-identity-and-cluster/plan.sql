-- 1. ALTER table public.u
ALTER TABLE public.u REPLICA IDENTITY DEFAULT;

-- 2. CREATE table public.w
CREATE TABLE public.w (
    id integer NOT NULL,
    k integer NOT NULL,
    CONSTRAINT w_pkey PRIMARY KEY (id)
);

-- 3. ALTER index public.t_n
ALTER TABLE public.t CLUSTER ON t_n;

-- 4. ALTER table public.t
ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_code_key;

-- 5. CREATE index public.w_k
CREATE UNIQUE INDEX w_k ON public.w USING btree (k);

-- 6. ALTER table public.w
ALTER TABLE public.w REPLICA IDENTITY USING INDEX w_k;

-- reverse

-- 1. ALTER table public.u
ALTER TABLE public.u REPLICA IDENTITY FULL;

-- 2. ALTER index public.t_n
ALTER TABLE public.t SET WITHOUT CLUSTER;

-- 3. ALTER table public.t
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;

-- 4. DROP table public.w, DATA_LOSS IRREVERSIBLE; loses the rows of table public.w
DROP TABLE public.w;
