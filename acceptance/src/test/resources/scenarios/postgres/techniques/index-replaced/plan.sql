-- 1. CREATE column public.t.d
ALTER TABLE public.t ADD COLUMN d integer;

-- 2. ALTER index public.an_index_whose_name_takes_all_the_room_that_a_name_has_in_there
ALTER INDEX public.an_index_whose_name_takes_all_the_room_that_a_name_has_in_there RENAME TO an_index_whose_name_takes_all_the_room_t_78c11f4c_plumbline_old;

-- 3. CREATE index public.an_index_whose_name_takes_all_the_room_that_a_name_has_in_there, OUTSIDE
CREATE INDEX CONCURRENTLY an_index_whose_name_takes_all_the_room_that_a_name_has_in_there ON public.t USING btree (c, b);

-- 4. ALTER index public.t_a
ALTER INDEX public.t_a RENAME TO t_a_plumbline_old;

-- 5. CREATE index public.t_a, OUTSIDE
CREATE INDEX CONCURRENTLY t_a ON public.t USING btree (a, d);

-- 6. ALTER index public.t_b
ALTER INDEX public.t_b RENAME TO t_b_plumbline_old;

-- 7. CREATE index public.t_b, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_b ON public.t USING btree (b) INCLUDE (c);

-- 8. ALTER index public.t_lower
ALTER INDEX public.t_lower RENAME TO t_lower_plumbline_old;

-- 9. CREATE index public.t_lower, OUTSIDE
CREATE INDEX CONCURRENTLY t_lower ON public.t USING btree (lower(a), lower(b));

-- 10. ALTER index public.t_b
ALTER TABLE public.t CLUSTER ON t_b;

-- 11. ALTER index public.t_lower
ALTER INDEX public.t_lower ALTER COLUMN 2 SET STATISTICS 300;

-- 12. CREATE comment on index public.t_a
COMMENT ON INDEX public.t_a IS 'by a';

-- 13. DROP index public.an_index_whose_name_takes_all_the_room_t_78c11f4c_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.an_index_whose_name_takes_all_the_room_t_78c11f4c_plumbline_old;

-- 14. DROP index public.t_a_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_a_plumbline_old;

-- 15. DROP index public.t_b_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_b_plumbline_old;

-- 16. DROP index public.t_gone, OUTSIDE
DROP INDEX CONCURRENTLY public.t_gone;

-- 17. DROP index public.t_lower_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_lower_plumbline_old;

-- reverse

-- 1. ALTER index public.an_index_whose_name_takes_all_the_room_that_a_name_has_in_there
ALTER INDEX public.an_index_whose_name_takes_all_the_room_that_a_name_has_in_there RENAME TO an_index_whose_name_takes_all_the_room_t_78c11f4c_plumbline_old;

-- 2. CREATE index public.an_index_whose_name_takes_all_the_room_that_a_name_has_in_there, OUTSIDE
CREATE INDEX CONCURRENTLY an_index_whose_name_takes_all_the_room_that_a_name_has_in_there ON public.t USING btree (c, a);

-- 3. ALTER index public.t_b
ALTER INDEX public.t_b RENAME TO t_b_plumbline_old;

-- 4. CREATE index public.t_b, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_b ON public.t USING btree (b);

-- 5. CREATE index public.t_gone, OUTSIDE
CREATE INDEX CONCURRENTLY t_gone ON public.t USING btree (c);

-- 6. ALTER index public.t_lower
ALTER INDEX public.t_lower RENAME TO t_lower_plumbline_old;

-- 7. CREATE index public.t_lower, OUTSIDE
CREATE INDEX CONCURRENTLY t_lower ON public.t USING btree (lower(a));

-- 8. ALTER index public.t_b
ALTER TABLE public.t CLUSTER ON t_b;

-- 9. DROP index public.an_index_whose_name_takes_all_the_room_t_78c11f4c_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.an_index_whose_name_takes_all_the_room_t_78c11f4c_plumbline_old;

-- 10. DROP index public.t_a
DROP INDEX public.t_a;

-- 11. CREATE index public.t_a, OUTSIDE
CREATE INDEX CONCURRENTLY t_a ON public.t USING btree (a);

-- 12. CREATE comment on index public.t_a
COMMENT ON INDEX public.t_a IS 'by a';

-- 13. DROP index public.t_b_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_b_plumbline_old;

-- 14. DROP index public.t_lower_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_lower_plumbline_old;

-- 15. DROP column public.t.d, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.d
ALTER TABLE public.t DROP COLUMN d;
