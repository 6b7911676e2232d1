-- 1. CREATE table public.m
CREATE TABLE public.m PARTITION OF public.t FOR VALUES IN (1) PARTITION BY HASH (a);

-- 2. CREATE table public.m1
CREATE TABLE public.m1 PARTITION OF public.m FOR VALUES WITH (modulus 2, remainder 0);

-- 3. CREATE table public.m2
CREATE TABLE public.m2 PARTITION OF public.m FOR VALUES WITH (modulus 2, remainder 1);

-- 4. CREATE index public.m1_b_idx
CREATE INDEX m1_b_idx ON public.m1 USING btree (b) WITH (fillfactor = 60);

-- 5. CREATE index public.m2_b_idx
CREATE INDEX m2_b_idx ON public.m2 USING btree (b) WITH (fillfactor = 60);

-- 6. CREATE index public.m_by_b
CREATE INDEX m_by_b ON public.m USING btree (b) WITH (fillfactor = 60);

-- 7. CREATE index public.t_b
CREATE INDEX t_b ON public.t USING btree (b);

-- 8. CREATE constraint public.m1.m1_pkey
ALTER TABLE public.m1 ADD CONSTRAINT m1_pkey PRIMARY KEY (a) WITH (fillfactor = 70);

-- 9. CREATE constraint public.m2.m2_pkey
ALTER TABLE public.m2 ADD CONSTRAINT m2_pkey PRIMARY KEY (a) WITH (fillfactor = 70);

-- 10. CREATE constraint public.m.middle
ALTER TABLE public.m ADD CONSTRAINT middle PRIMARY KEY (a) WITH (fillfactor = 70);

-- 11. CREATE constraint public.t.whole, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT whole PRIMARY KEY (a);

-- reverse

-- 1. ALTER table public.m, OUTSIDE
ALTER TABLE public.t DETACH PARTITION public.m CONCURRENTLY;

-- 2. DROP constraint public.t.whole
ALTER TABLE public.t DROP CONSTRAINT whole;

-- 3. DROP index public.t_b
DROP INDEX public.t_b;

-- 4. DROP table public.m1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.m1
DROP TABLE public.m1;

-- 5. DROP table public.m2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.m2
DROP TABLE public.m2;

-- 6. DROP table public.m
DROP TABLE public.m;
