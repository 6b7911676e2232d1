-- 1. ALTER table public.cache, REWRITE
ALTER TABLE public.cache SET LOGGED;
ALTER TABLE public.cache SET (fillfactor = 80, toast.autovacuum_enabled = false);

-- 2. CREATE table public.come
CREATE UNLOGGED TABLE public.come (
    id integer NOT NULL,
    parent integer,
    CONSTRAINT come_pkey PRIMARY KEY (id)
);

-- 3. ALTER table public.kept
ALTER TABLE public.kept RESET (autovacuum_enabled);

-- 4. CREATE table public.nothing
CREATE TABLE public.nothing ();

-- 5. CREATE constraint public.come.come_parent_fkey
ALTER TABLE public.come ADD CONSTRAINT come_parent_fkey FOREIGN KEY (parent) REFERENCES public.come(id);

-- 6. DROP table public.gone, DATA_LOSS IRREVERSIBLE; loses the rows of table public.gone
DROP TABLE public.gone;

-- reverse

-- 1. ALTER table public.cache
ALTER TABLE public.cache SET UNLOGGED;
ALTER TABLE public.cache RESET (toast.autovacuum_enabled);
ALTER TABLE public.cache SET (fillfactor = 70);

-- 2. CREATE table public.gone
CREATE TABLE public.gone (
    id integer NOT NULL,
    t text DEFAULT 'x'::text,
    CONSTRAINT gone_pkey PRIMARY KEY (id)
);

-- 3. ALTER table public.kept
ALTER TABLE public.kept SET (autovacuum_enabled = false);

-- 4. DROP table public.come, DATA_LOSS IRREVERSIBLE; loses the rows of table public.come
DROP TABLE public.come;

-- 5. DROP table public.nothing, DATA_LOSS IRREVERSIBLE; loses the rows of table public.nothing
DROP TABLE public.nothing;
