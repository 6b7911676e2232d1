-- 1. ALTER index public.p_changes
ALTER INDEX public.p_changes RENAME TO p_changes_plumbline_old;

-- 2. CREATE index public.p_changes
CREATE INDEX p_changes ON ONLY public.p USING btree (n, t);

-- 3. CREATE index public.p_lower
CREATE INDEX p_lower ON ONLY public.p USING btree (lower(t));

-- 4. CREATE index public.p_unique, DATA_DEPENDENT
CREATE UNIQUE INDEX p_unique ON ONLY public.p USING btree (id, n) WITH (fillfactor = 70) WHERE (n > 0);

-- 5. CREATE constraint public.p.p_n, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_n CHECK ((n >= 0)) NOT VALID;

-- 6. CREATE constraint public.p.p_r, DATA_DEPENDENT
ALTER TABLE public.p ADD CONSTRAINT p_r FOREIGN KEY (n) REFERENCES public.r(id) NOT VALID;

-- 7. ALTER constraint public.p.p_n, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_n;

-- 8. ALTER constraint public.p.p_r, ALONE, DATA_DEPENDENT
ALTER TABLE public.p VALIDATE CONSTRAINT p_r;

-- 9. DROP index public.p_goes
DROP INDEX public.p_goes;

-- 10. CREATE index public.p_1_1_id_n_idx, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_1_1_id_n_idx ON public.p_1_1 USING btree (id, n) WITH (fillfactor = 70) WHERE (n > 0);

-- 11. CREATE index public.p_1_1_lower_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_1_1_lower_idx ON public.p_1_1 USING btree (lower(t));

-- 12. CREATE index public.p_1_1_n_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_1_1_n_t_idx ON public.p_1_1 USING btree (n, t);

-- 13. CREATE index public.p_1_2_id_n_idx, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_1_2_id_n_idx ON public.p_1_2 USING btree (id, n) WITH (fillfactor = 70) WHERE (n > 0);

-- 14. CREATE index public.p_1_2_lower_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_1_2_lower_idx ON public.p_1_2 USING btree (lower(t));

-- 15. CREATE index public.p_1_2_n_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_1_2_n_t_idx ON public.p_1_2 USING btree (n, t);

-- 16. CREATE index public.p_1_id_n_idx, DATA_DEPENDENT
CREATE UNIQUE INDEX p_1_id_n_idx ON ONLY public.p_1 USING btree (id, n) WITH (fillfactor = 70) WHERE (n > 0);

-- 17. CREATE index public.p_1_lower_idx
CREATE INDEX p_1_lower_idx ON ONLY public.p_1 USING btree (lower(t));

-- 18. CREATE index public.p_1_n_t_idx
CREATE INDEX p_1_n_t_idx ON ONLY public.p_1 USING btree (n, t);

-- 19. CREATE index public.p_2_id_n_idx, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_2_id_n_idx ON public.p_2 USING btree (id, n) WITH (fillfactor = 70) WHERE (n > 0);

-- 20. CREATE index public.p_2_lower_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_2_lower_idx ON public.p_2 USING btree (lower(t));

-- 21. CREATE index public.p_2_n_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_2_n_t_idx ON public.p_2 USING btree (n, t);

-- 22. CREATE index public.p_def_id_n_idx, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY p_def_id_n_idx ON public.p_def USING btree (id, n) WITH (fillfactor = 70) WHERE (n > 0);

-- 23. CREATE index public.p_def_lower_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_def_lower_idx ON public.p_def USING btree (lower(t));

-- 24. CREATE index public.p_def_n_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_def_n_t_idx ON public.p_def USING btree (n, t);

-- 25. ALTER index public.p_changes
ALTER INDEX public.p_1_n_t_idx ATTACH PARTITION public.p_1_1_n_t_idx;

-- 26. ALTER index public.p_changes
ALTER INDEX public.p_1_n_t_idx ATTACH PARTITION public.p_1_2_n_t_idx;

-- 27. ALTER index public.p_changes
ALTER INDEX public.p_changes ATTACH PARTITION public.p_1_n_t_idx;

-- 28. ALTER index public.p_changes
ALTER INDEX public.p_changes ATTACH PARTITION public.p_2_n_t_idx;

-- 29. ALTER index public.p_changes
ALTER INDEX public.p_changes ATTACH PARTITION public.p_def_n_t_idx;

-- 30. ALTER index public.p_lower
ALTER INDEX public.p_1_lower_idx ATTACH PARTITION public.p_1_1_lower_idx;

-- 31. ALTER index public.p_lower
ALTER INDEX public.p_1_lower_idx ATTACH PARTITION public.p_1_2_lower_idx;

-- 32. ALTER index public.p_lower
ALTER INDEX public.p_lower ATTACH PARTITION public.p_1_lower_idx;

-- 33. ALTER index public.p_lower
ALTER INDEX public.p_lower ATTACH PARTITION public.p_2_lower_idx;

-- 34. ALTER index public.p_lower
ALTER INDEX public.p_lower ATTACH PARTITION public.p_def_lower_idx;

-- 35. ALTER index public.p_unique
ALTER INDEX public.p_1_id_n_idx ATTACH PARTITION public.p_1_1_id_n_idx;

-- 36. ALTER index public.p_unique
ALTER INDEX public.p_1_id_n_idx ATTACH PARTITION public.p_1_2_id_n_idx;

-- 37. ALTER index public.p_unique
ALTER INDEX public.p_unique ATTACH PARTITION public.p_1_id_n_idx;

-- 38. ALTER index public.p_unique
ALTER INDEX public.p_unique ATTACH PARTITION public.p_2_id_n_idx;

-- 39. ALTER index public.p_unique
ALTER INDEX public.p_unique ATTACH PARTITION public.p_def_id_n_idx;

-- 40. CREATE comment on index public.p_lower
COMMENT ON INDEX public.p_lower IS 'in small letters';

-- 41. DROP index public.p_changes_plumbline_old
DROP INDEX public.p_changes_plumbline_old;

-- reverse

-- 1. ALTER index public.p_changes
ALTER INDEX public.p_changes RENAME TO p_changes_plumbline_old;

-- 2. CREATE index public.p_changes
CREATE INDEX p_changes ON ONLY public.p USING btree (n);

-- 3. CREATE index public.p_goes
CREATE INDEX p_goes ON ONLY public.p USING btree (t);

-- 4. DROP constraint public.p.p_n
ALTER TABLE public.p DROP CONSTRAINT p_n;

-- 5. DROP constraint public.p.p_r
ALTER TABLE public.p DROP CONSTRAINT p_r;

-- 6. DROP index public.p_lower
DROP INDEX public.p_lower;

-- 7. DROP index public.p_unique
DROP INDEX public.p_unique;

-- 8. CREATE index public.p_1_1_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_1_1_n_idx ON public.p_1_1 USING btree (n);

-- 9. CREATE index public.p_1_1_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_1_1_t_idx ON public.p_1_1 USING btree (t);

-- 10. CREATE index public.p_1_2_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_1_2_n_idx ON public.p_1_2 USING btree (n);

-- 11. CREATE index public.p_1_2_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_1_2_t_idx ON public.p_1_2 USING btree (t);

-- 12. CREATE index public.p_1_n_idx
CREATE INDEX p_1_n_idx ON ONLY public.p_1 USING btree (n);

-- 13. CREATE index public.p_1_t_idx
CREATE INDEX p_1_t_idx ON ONLY public.p_1 USING btree (t);

-- 14. CREATE index public.p_2_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_2_n_idx ON public.p_2 USING btree (n);

-- 15. CREATE index public.p_2_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_2_t_idx ON public.p_2 USING btree (t);

-- 16. CREATE index public.p_def_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_def_n_idx ON public.p_def USING btree (n);

-- 17. CREATE index public.p_def_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p_def_t_idx ON public.p_def USING btree (t);

-- 18. ALTER index public.p_changes
ALTER INDEX public.p_1_n_idx ATTACH PARTITION public.p_1_1_n_idx;

-- 19. ALTER index public.p_changes
ALTER INDEX public.p_1_n_idx ATTACH PARTITION public.p_1_2_n_idx;

-- 20. ALTER index public.p_changes
ALTER INDEX public.p_changes ATTACH PARTITION public.p_1_n_idx;

-- 21. ALTER index public.p_changes
ALTER INDEX public.p_changes ATTACH PARTITION public.p_2_n_idx;

-- 22. ALTER index public.p_changes
ALTER INDEX public.p_changes ATTACH PARTITION public.p_def_n_idx;

-- 23. ALTER index public.p_goes
ALTER INDEX public.p_1_t_idx ATTACH PARTITION public.p_1_1_t_idx;

-- 24. ALTER index public.p_goes
ALTER INDEX public.p_1_t_idx ATTACH PARTITION public.p_1_2_t_idx;

-- 25. ALTER index public.p_goes
ALTER INDEX public.p_goes ATTACH PARTITION public.p_1_t_idx;

-- 26. ALTER index public.p_goes
ALTER INDEX public.p_goes ATTACH PARTITION public.p_2_t_idx;

-- 27. ALTER index public.p_goes
ALTER INDEX public.p_goes ATTACH PARTITION public.p_def_t_idx;

-- 28. DROP index public.p_changes_plumbline_old
DROP INDEX public.p_changes_plumbline_old;
