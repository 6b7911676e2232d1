-- 1. CREATE table public.readings
CREATE TABLE public.readings (
    a integer,
    b integer
) PARTITION BY LIST (a);

-- 2. CREATE table public.readings_1
CREATE TABLE public.readings_1 PARTITION OF public.readings FOR VALUES IN (1);
ALTER TABLE public.readings_1 ALTER COLUMN a SET NOT NULL;

-- 3. CREATE constraint public.readings_1.readings_1_pkey
ALTER TABLE public.readings_1 ADD CONSTRAINT readings_1_pkey PRIMARY KEY (a);

-- 4. CREATE index public.readings_a
CREATE UNIQUE INDEX readings_a ON public.readings USING btree (a);

-- reverse

-- 1. DROP table public.readings_1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.readings_1
DROP TABLE public.readings_1;

-- 2. DROP table public.readings
DROP TABLE public.readings;
