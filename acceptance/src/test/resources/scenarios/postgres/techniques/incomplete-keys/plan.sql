-- 1. CREATE constraint public.P rest.P rest_pkey
ALTER TABLE public."P rest" ADD CONSTRAINT "P rest_pkey" PRIMARY KEY USING INDEX "P rest_pkey";

-- 2. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_pkey ATTACH PARTITION public."P rest_pkey";

-- 3. CREATE constraint public.p_1.p_1_pkey
ALTER TABLE ONLY public.p_1 ADD CONSTRAINT p_1_pkey PRIMARY KEY (id, at);

-- 4. CREATE constraint public.p_1_1.p_1_1_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_1_1_pkey ON public.p_1_1 USING btree (id, at);

-- 5. CREATE constraint public.p_1_1.p_1_1_pkey
ALTER TABLE public.p_1_1 ADD CONSTRAINT p_1_1_pkey PRIMARY KEY USING INDEX p_1_1_pkey;

-- 6. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_1_pkey ATTACH PARTITION public.p_1_1_pkey;

-- 7. CREATE constraint public.p_1_2.p_1_2_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_1_2_pkey ON public.p_1_2 USING btree (id, at);

-- 8. CREATE constraint public.p_1_2.p_1_2_pkey
ALTER TABLE public.p_1_2 ADD CONSTRAINT p_1_2_pkey PRIMARY KEY USING INDEX p_1_2_pkey;

-- 9. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_1_pkey ATTACH PARTITION public.p_1_2_pkey;

-- 10. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_pkey ATTACH PARTITION public.p_1_pkey;

-- 11. CREATE constraint public.p_2.p_2_once, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_2_once ON public.p_2 USING btree (n, id, at) WITH (fillfactor = 70);

-- 12. CREATE constraint public.p_2.p_2_once
ALTER TABLE public.p_2 ADD CONSTRAINT p_2_once UNIQUE USING INDEX p_2_once;
ALTER INDEX public.p_once ATTACH PARTITION public.p_2_once;

-- reverse

-- 1. DROP constraint public.p.p_once
ALTER TABLE public.p DROP CONSTRAINT p_once;

-- 2. CREATE constraint public.p.p_once
ALTER TABLE ONLY public.p ADD CONSTRAINT p_once UNIQUE (n, id, at);

-- 3. DROP constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 4. CREATE index public.P rest_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY "P rest_pkey" ON public."P rest" USING btree (id, at);

-- 5. CREATE constraint public.p.p_pkey
ALTER TABLE ONLY public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id, at);

-- 6. CREATE constraint public.p_2.p_2_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_2_pkey ON public.p_2 USING btree (id, at);

-- 7. CREATE constraint public.p_2.p_2_pkey
ALTER TABLE public.p_2 ADD CONSTRAINT p_2_pkey PRIMARY KEY USING INDEX p_2_pkey;
ALTER INDEX public.p_pkey ATTACH PARTITION public.p_2_pkey;
