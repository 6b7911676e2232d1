-- 1. ALTER column public.counted.id
ALTER TABLE public.counted RENAME CONSTRAINT counted_id_not_null TO counted_id_not_null1;

-- 2. DROP constraint public.counted.counted_pkey
ALTER TABLE public.counted DROP CONSTRAINT counted_pkey;

-- 3. CREATE table public.copied
CREATE TABLE public.copied (
    id integer DEFAULT nextval('public.counted_id_seq'::regclass) CONSTRAINT counted_id_not_null NOT NULL,
    CONSTRAINT counted_pkey PRIMARY KEY (id)
);

-- 4. ALTER sequence public.counted_id_seq
ALTER SEQUENCE public.counted_id_seq OWNED BY public.copied.id;

-- 5. CREATE constraint public.counted.counted_pkey1, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY counted_pkey1 ON public.counted USING btree (id);

-- 6. CREATE constraint public.counted.counted_pkey1
ALTER TABLE public.counted ADD CONSTRAINT counted_pkey1 PRIMARY KEY USING INDEX counted_pkey1;

-- reverse

-- 1. ALTER column public.counted.id
ALTER TABLE public.counted RENAME CONSTRAINT counted_id_not_null1 TO counted_id_not_null;

-- 2. ALTER sequence public.counted_id_seq
ALTER SEQUENCE public.counted_id_seq OWNED BY public.counted.id;

-- 3. DROP constraint public.counted.counted_pkey1
ALTER TABLE public.counted DROP CONSTRAINT counted_pkey1;

-- 4. DROP table public.copied, DATA_LOSS IRREVERSIBLE; loses the rows of table public.copied
DROP TABLE public.copied;

-- 5. CREATE constraint public.counted.counted_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY counted_pkey ON public.counted USING btree (id);

-- 6. CREATE constraint public.counted.counted_pkey
ALTER TABLE public.counted ADD CONSTRAINT counted_pkey PRIMARY KEY USING INDEX counted_pkey;
