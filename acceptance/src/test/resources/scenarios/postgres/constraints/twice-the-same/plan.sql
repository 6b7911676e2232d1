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

-- 4. CREATE constraint public.t.one, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY one ON public.t USING btree (id);

-- 5. CREATE constraint public.t.one
ALTER TABLE public.t ADD CONSTRAINT one UNIQUE USING INDEX one;

-- 6. CREATE constraint public.t.other, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY other ON public.t USING btree (id);

-- 7. CREATE constraint public.t.other
ALTER TABLE public.t ADD CONSTRAINT other UNIQUE USING INDEX other;

-- reverse

-- 1. DROP constraint public.t.one
ALTER TABLE public.t DROP CONSTRAINT one;

-- 2. DROP constraint public.t.other
ALTER TABLE public.t DROP CONSTRAINT other;

-- 3. DROP table public.fresh, DATA_LOSS IRREVERSIBLE; loses the rows of table public.fresh
DROP TABLE public.fresh;
