-- 1. ALTER index public.Ours
ALTER INDEX public.mine RENAME TO "Ours";

-- 2. CREATE index public.both_1, OUTSIDE
CREATE INDEX CONCURRENTLY both_1 ON public.p1 USING btree (n, t);

-- 3. ALTER index public.by_n_1
ALTER INDEX public.p1_n_idx RENAME TO by_n_1;

-- 4. ALTER index public.by_n_2
ALTER INDEX public.p2_n_idx RENAME TO by_n_2;

-- 5. ALTER index public.by_n_21
ALTER INDEX public.p21_n_idx RENAME TO by_n_21;

-- 6. CREATE index public.p21_n_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p21_n_t_idx ON public.p21 USING btree (n, t);

-- 7. CREATE index public.p2_n_t_idx
CREATE INDEX p2_n_t_idx ON ONLY public.p2 USING btree (n, t);

-- 8. CREATE index public.p_both
CREATE INDEX p_both ON ONLY public.p USING btree (n, t);

-- 9. ALTER index public.p_both
ALTER INDEX public.p_both ATTACH PARTITION public.both_1;

-- 10. ALTER index public.p_both
ALTER INDEX public.p2_n_t_idx ATTACH PARTITION public.p21_n_t_idx;

-- 11. ALTER index public.p_both
ALTER INDEX public.p_both ATTACH PARTITION public.p2_n_t_idx;

-- 12. CREATE constraint public.p1.key_1, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY key_1 ON public.p1 USING btree (id);

-- 13. CREATE constraint public.p1.key_1
ALTER TABLE public.p1 ADD CONSTRAINT key_1 PRIMARY KEY USING INDEX key_1;

-- 14. ALTER constraint public.p1.p1_id_is
ALTER INDEX public.p1_id_was RENAME TO p1_id_is;

-- 15. CREATE constraint public.p21.p21_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p21_pkey ON public.p21 USING btree (id);

-- 16. CREATE constraint public.p21.p21_pkey
ALTER TABLE public.p21 ADD CONSTRAINT p21_pkey PRIMARY KEY USING INDEX p21_pkey;

-- 17. CREATE constraint public.p.p_key, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_key PRIMARY KEY (id);

-- reverse

-- 1. ALTER index public.mine
ALTER INDEX public."Ours" RENAME TO mine;

-- 2. ALTER index public.p1_n_idx
ALTER INDEX public.by_n_1 RENAME TO p1_n_idx;

-- 3. ALTER index public.p21_n_idx
ALTER INDEX public.by_n_21 RENAME TO p21_n_idx;

-- 4. ALTER index public.p2_n_idx
ALTER INDEX public.by_n_2 RENAME TO p2_n_idx;

-- 5. ALTER constraint public.p1.p1_id_was
ALTER INDEX public.p1_id_is RENAME TO p1_id_was;

-- 6. DROP constraint public.p.p_key
ALTER TABLE public.p DROP CONSTRAINT p_key;

-- 7. DROP index public.p_both
DROP INDEX public.p_both;
