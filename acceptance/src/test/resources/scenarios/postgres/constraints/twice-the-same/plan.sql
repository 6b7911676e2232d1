-- 1. CREATE table public.fresh
CREATE TABLE public.fresh (
    id integer NOT NULL,
    a integer,
    b integer,
    CONSTRAINT fresh_pkey PRIMARY KEY (id),
    CONSTRAINT one_of_fresh UNIQUE (a) INCLUDE (b)
);

-- 2. CREATE constraint public.fresh.key_again
ALTER TABLE public.fresh ADD CONSTRAINT key_again UNIQUE (id);

-- 3. CREATE constraint public.fresh.other_of_fresh
ALTER TABLE public.fresh ADD CONSTRAINT other_of_fresh UNIQUE (a) INCLUDE (b);

-- 4. CREATE constraint public.t.one, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.t ADD CONSTRAINT one UNIQUE (id);

-- 5. CREATE constraint public.t.other, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.t ADD CONSTRAINT other UNIQUE (id);

-- reverse

-- 1. DROP constraint public.t.one
ALTER TABLE public.t DROP CONSTRAINT one;

-- 2. DROP constraint public.t.other
ALTER TABLE public.t DROP CONSTRAINT other;

-- 3. DROP table public.fresh, DATA_LOSS IRREVERSIBLE; loses the rows of table public.fresh
DROP TABLE public.fresh;
