-- 1. CREATE constraint public.p_1.p_1_id_n_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_1_id_n_key ON public.p_1 USING btree (id, n);

-- 2. CREATE constraint public.p_1.p_1_id_n_key
ALTER TABLE public.p_1 ADD CONSTRAINT p_1_id_n_key UNIQUE USING INDEX p_1_id_n_key;

-- 3. CREATE constraint public.p_2.p_2_id_n_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_2_id_n_key ON public.p_2 USING btree (id, n);

-- 4. CREATE constraint public.p_2.p_2_id_n_key
ALTER TABLE public.p_2 ADD CONSTRAINT p_2_id_n_key UNIQUE USING INDEX p_2_id_n_key;

-- 5. CREATE constraint public.p.p_one, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_one UNIQUE (id, n);

-- 6. CREATE constraint public.p_1.p_1_id_n_key1, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_1_id_n_key1 ON public.p_1 USING btree (id, n);

-- 7. CREATE constraint public.p_1.p_1_id_n_key1
ALTER TABLE public.p_1 ADD CONSTRAINT p_1_id_n_key1 UNIQUE USING INDEX p_1_id_n_key1;

-- 8. CREATE constraint public.p_2.p_2_id_n_key1, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_2_id_n_key1 ON public.p_2 USING btree (id, n);

-- 9. CREATE constraint public.p_2.p_2_id_n_key1
ALTER TABLE public.p_2 ADD CONSTRAINT p_2_id_n_key1 UNIQUE USING INDEX p_2_id_n_key1;

-- 10. CREATE constraint public.p.p_other, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_other UNIQUE (id, n);

-- 11. CREATE constraint public.q_1.q_1_id_n_key1, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY q_1_id_n_key1 ON public.q_1 USING btree (id, n);

-- 12. CREATE constraint public.q_1.q_1_id_n_key1
ALTER TABLE public.q_1 ADD CONSTRAINT q_1_id_n_key1 UNIQUE USING INDEX q_1_id_n_key1;

-- 13. CREATE constraint public.q.q_other, DATA_DEPENDENT
ALTER TABLE public.q ADD CONSTRAINT q_other UNIQUE (id, n);

-- reverse

-- 1. DROP constraint public.p.p_one
ALTER TABLE public.p DROP CONSTRAINT p_one;

-- 2. DROP constraint public.p.p_other
ALTER TABLE public.p DROP CONSTRAINT p_other;

-- 3. DROP constraint public.q.q_other
ALTER TABLE public.q DROP CONSTRAINT q_other;
