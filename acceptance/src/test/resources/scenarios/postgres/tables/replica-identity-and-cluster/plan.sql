-- 1. ALTER table public.t
ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_code_key;

-- 2. ALTER table public.u
ALTER TABLE public.u REPLICA IDENTITY DEFAULT;

-- 3. CREATE table public.w
CREATE TABLE public.w (
    id integer NOT NULL,
    k integer NOT NULL,
    CONSTRAINT w_pkey PRIMARY KEY (id)
);

-- 4. ALTER index public.t_n
ALTER TABLE public.t CLUSTER ON t_n;

-- 5. CREATE index public.w_k
CREATE UNIQUE INDEX w_k ON public.w USING btree (k);

-- 6. CREATE policy public.w.￿ replica identity
ALTER TABLE public.w REPLICA IDENTITY USING INDEX w_k;

-- reverse

-- 1. ALTER table public.t
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;

-- 2. ALTER table public.u
ALTER TABLE public.u REPLICA IDENTITY FULL;

-- 3. ALTER index public.t_n
ALTER TABLE public.t SET WITHOUT CLUSTER;

-- 4. DROP table public.w, DATA_LOSS IRREVERSIBLE; loses the rows of table public.w
DROP TABLE public.w;
