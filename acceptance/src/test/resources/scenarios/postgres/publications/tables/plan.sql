-- 1. CREATE table public.new_one
CREATE TABLE public.new_one (
    id integer NOT NULL,
    CONSTRAINT new_one_pkey PRIMARY KEY (id)
);

-- 2. CREATE publication New One
CREATE PUBLICATION "New One" FOR TABLE ONLY public.base, ONLY public.child WITH (publish = 'truncate');

-- 3. ALTER publication all_of_it
ALTER PUBLICATION all_of_it SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = 'true');

-- 4. ALTER publication emptied
ALTER PUBLICATION emptied DROP TABLE ONLY public.b;

-- 5. ALTER publication partly
ALTER PUBLICATION partly SET TABLE ONLY public.a, ONLY public.base, ONLY public.new_one;
ALTER PUBLICATION partly SET (publish = 'insert, update, delete, truncate');

-- 6. ALTER comment on publication partly
COMMENT ON PUBLICATION partly IS 'after';

-- 7. DROP publication dropped
DROP PUBLICATION dropped;

-- 8. DROP publication narrowed
DROP PUBLICATION narrowed;

-- 9. CREATE publication narrowed
CREATE PUBLICATION narrowed FOR TABLE ONLY public.a WITH (publish = 'insert, update, delete, truncate');

-- 10. DROP table public.gone, DATA_LOSS IRREVERSIBLE; loses the rows of table public.gone
DROP TABLE public.gone;

-- reverse

-- 1. CREATE table public.gone
CREATE TABLE public.gone (
    id integer NOT NULL,
    CONSTRAINT gone_pkey PRIMARY KEY (id)
);

-- 2. ALTER publication all_of_it
ALTER PUBLICATION all_of_it SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = 'false');

-- 3. CREATE publication dropped
CREATE PUBLICATION dropped FOR TABLE ONLY public.b WITH (publish = 'insert, update, delete, truncate');

-- 4. ALTER publication emptied
ALTER PUBLICATION emptied SET TABLE ONLY public.b;

-- 5. ALTER publication partly
ALTER PUBLICATION partly SET TABLE ONLY public.a, ONLY public.gone;
ALTER PUBLICATION partly SET (publish = 'insert, delete');

-- 6. ALTER comment on publication partly
COMMENT ON PUBLICATION partly IS 'before';

-- 7. DROP publication New One
DROP PUBLICATION "New One";

-- 8. DROP publication narrowed
DROP PUBLICATION narrowed;

-- 9. CREATE publication narrowed
CREATE PUBLICATION narrowed FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate');

-- 10. DROP table public.new_one, DATA_LOSS IRREVERSIBLE; loses the rows of table public.new_one
DROP TABLE public.new_one;
