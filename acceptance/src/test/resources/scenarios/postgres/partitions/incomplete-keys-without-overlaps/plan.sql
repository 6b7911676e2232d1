-- 1. CREATE constraint public.p.p_same
ALTER TABLE ONLY public.p ADD CONSTRAINT p_same EXCLUDE USING gist (id WITH =, during WITH =) WHERE ((id > 0));

-- 2. ALTER constraint public.p1.p1_apart
ALTER INDEX public.p_apart ATTACH PARTITION public.p1_apart;

-- 3. CREATE constraint public.p2.p2_pkey, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p2 ADD CONSTRAINT p2_pkey PRIMARY KEY (id, during WITHOUT OVERLAPS);

-- 4. ALTER constraint public.p.p_pkey
ALTER INDEX public.p_pkey ATTACH PARTITION public.p2_pkey;

-- 5. CREATE constraint public.p2.p2_same, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p2 ADD CONSTRAINT p2_same EXCLUDE USING gist (id WITH =, during WITH =) WHERE ((id > 0));
ALTER INDEX public.p_same ATTACH PARTITION public.p2_same;

-- reverse

-- 1. DROP constraint public.p.p_apart
ALTER TABLE public.p DROP CONSTRAINT p_apart;

-- 2. CREATE constraint public.p.p_apart
ALTER TABLE ONLY public.p ADD CONSTRAINT p_apart EXCLUDE USING gist (id WITH =, during WITH -|-);

-- 3. CREATE constraint public.p1.p1_apart, DATA_DEPENDENT
ALTER TABLE public.p1 ADD CONSTRAINT p1_apart EXCLUDE USING gist (id WITH =, during WITH -|-);

-- 4. DROP constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 5. CREATE constraint public.p.p_pkey
ALTER TABLE ONLY public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id, during WITHOUT OVERLAPS);

-- 6. CREATE constraint public.p1.p1_pkey, DATA_DEPENDENT
ALTER TABLE public.p1 ADD CONSTRAINT p1_pkey PRIMARY KEY (id, during WITHOUT OVERLAPS);
ALTER INDEX public.p_pkey ATTACH PARTITION public.p1_pkey;

-- 7. DROP constraint public.p.p_same
ALTER TABLE public.p DROP CONSTRAINT p_same;
