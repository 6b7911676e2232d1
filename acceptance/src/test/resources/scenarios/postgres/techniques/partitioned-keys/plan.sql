-- 1. ALTER column public.p.at
ALTER TABLE public.p ADD CONSTRAINT p_at_not_null NOT NULL at NOT VALID;

-- 2. ALTER column public.p.id
ALTER TABLE public.p ADD CONSTRAINT p_id_not_null NOT NULL id NOT VALID;

-- 3. ALTER column public.p.at, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_at_not_null, VALIDATE CONSTRAINT p_id_not_null;

-- 4. CREATE constraint public.P rest.P rest_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY "P rest_pkey" ON public."P rest" USING btree (id, at);

-- 5. CREATE constraint public.P rest.P rest_pkey
ALTER TABLE public."P rest" ADD CONSTRAINT "P rest_pkey" PRIMARY KEY USING INDEX "P rest_pkey";

-- 6. CREATE constraint public.P rest.P rest_t_id_at_n_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY "P rest_t_id_at_n_key" ON public."P rest" USING btree (t, id, at) INCLUDE (n);

-- 7. CREATE constraint public.P rest.P rest_t_id_at_n_key
ALTER TABLE public."P rest" ADD CONSTRAINT "P rest_t_id_at_n_key" UNIQUE USING INDEX "P rest_t_id_at_n_key" DEFERRABLE INITIALLY DEFERRED;

-- 8. CREATE constraint public.p_1_1.p_1_1_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_1_1_pkey ON public.p_1_1 USING btree (id, at);

-- 9. CREATE constraint public.p_1_1.p_1_1_pkey
ALTER TABLE public.p_1_1 ADD CONSTRAINT p_1_1_pkey PRIMARY KEY USING INDEX p_1_1_pkey;

-- 10. CREATE constraint public.p_1_1.p_1_1_t_id_at_n_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_1_1_t_id_at_n_key ON public.p_1_1 USING btree (t, id, at) INCLUDE (n);

-- 11. CREATE constraint public.p_1_1.p_1_1_t_id_at_n_key
ALTER TABLE public.p_1_1 ADD CONSTRAINT p_1_1_t_id_at_n_key UNIQUE USING INDEX p_1_1_t_id_at_n_key DEFERRABLE INITIALLY DEFERRED;

-- 12. CREATE constraint public.p_1_2.p_1_2_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_1_2_pkey ON public.p_1_2 USING btree (id, at);

-- 13. CREATE constraint public.p_1_2.p_1_2_pkey
ALTER TABLE public.p_1_2 ADD CONSTRAINT p_1_2_pkey PRIMARY KEY USING INDEX p_1_2_pkey;

-- 14. CREATE constraint public.p_1_2.p_1_2_t_id_at_n_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_1_2_t_id_at_n_key ON public.p_1_2 USING btree (t, id, at) INCLUDE (n);

-- 15. CREATE constraint public.p_1_2.p_1_2_t_id_at_n_key
ALTER TABLE public.p_1_2 ADD CONSTRAINT p_1_2_t_id_at_n_key UNIQUE USING INDEX p_1_2_t_id_at_n_key DEFERRABLE INITIALLY DEFERRED;

-- 16. CREATE constraint public.p_2.p_2_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_2_pkey ON public.p_2 USING btree (id, at);

-- 17. CREATE constraint public.p_2.p_2_pkey
ALTER TABLE public.p_2 ADD CONSTRAINT p_2_pkey PRIMARY KEY USING INDEX p_2_pkey;

-- 18. CREATE constraint public.p.p_pkey, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id, at);

-- 19. CREATE constraint public.p_2.p_2_t_id_at_n_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_2_t_id_at_n_key ON public.p_2 USING btree (t, id, at) INCLUDE (n);

-- 20. CREATE constraint public.p_2.p_2_t_id_at_n_key
ALTER TABLE public.p_2 ADD CONSTRAINT p_2_t_id_at_n_key UNIQUE USING INDEX p_2_t_id_at_n_key DEFERRABLE INITIALLY DEFERRED;

-- 21. CREATE constraint public.p.p_once, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_once UNIQUE (t, id, at) INCLUDE (n) DEFERRABLE INITIALLY DEFERRED;

-- 22. CREATE constraint public.q_0.q_0_id_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY q_0_id_key ON public.q_0 USING btree (id) WITH (fillfactor = 70);

-- 23. CREATE constraint public.q_0.q_0_id_key
ALTER TABLE public.q_0 ADD CONSTRAINT q_0_id_key UNIQUE USING INDEX q_0_id_key;

-- 24. CREATE constraint public.q.q_id_key, DATA_DEPENDENT
ALTER TABLE public.q ADD CONSTRAINT q_id_key UNIQUE (id) WITH (fillfactor = 70);

-- 25. CREATE comment on constraint public.p.p_once
COMMENT ON CONSTRAINT p_once ON public.p IS 'once';

-- reverse

-- 1. DROP constraint public.p.p_once
ALTER TABLE public.p DROP CONSTRAINT p_once;

-- 2. DROP constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- 3. ALTER column public.p.at
ALTER TABLE public.p ALTER COLUMN at DROP NOT NULL;

-- 4. ALTER column public.P rest.at
ALTER TABLE public."P rest" ALTER COLUMN at DROP NOT NULL;

-- 5. ALTER column public.p.id
ALTER TABLE public.p ALTER COLUMN id DROP NOT NULL;

-- 6. ALTER column public.P rest.id
ALTER TABLE public."P rest" ALTER COLUMN id DROP NOT NULL;

-- 7. ALTER column public.p_1.at
ALTER TABLE public.p_1 ALTER COLUMN at DROP NOT NULL;

-- 8. ALTER column public.p_1.id
ALTER TABLE public.p_1 ALTER COLUMN id DROP NOT NULL;

-- 9. ALTER column public.p_1_1.at
ALTER TABLE public.p_1_1 ALTER COLUMN at DROP NOT NULL;

-- 10. ALTER column public.p_1_1.id
ALTER TABLE public.p_1_1 ALTER COLUMN id DROP NOT NULL;

-- 11. ALTER column public.p_1_2.at
ALTER TABLE public.p_1_2 ALTER COLUMN at DROP NOT NULL;

-- 12. ALTER column public.p_1_2.id
ALTER TABLE public.p_1_2 ALTER COLUMN id DROP NOT NULL;

-- 13. ALTER column public.p_2.at
ALTER TABLE public.p_2 ALTER COLUMN at DROP NOT NULL;

-- 14. ALTER column public.p_2.id
ALTER TABLE public.p_2 ALTER COLUMN id DROP NOT NULL;

-- 15. DROP constraint public.q.q_id_key
ALTER TABLE public.q DROP CONSTRAINT q_id_key;
