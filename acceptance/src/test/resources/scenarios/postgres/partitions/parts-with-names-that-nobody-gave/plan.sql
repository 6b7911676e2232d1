-- 1. CREATE column public.p.more
ALTER TABLE public.p ADD COLUMN more integer;

-- 2. DROP index public.p_t
DROP INDEX public.p_t;

-- 3. CREATE index public.brought_t, OUTSIDE
CREATE INDEX CONCURRENTLY brought_t ON public.p3 USING btree (t) WITH (fillfactor = 70);

-- 4. CREATE index public.by_hand, OUTSIDE
CREATE INDEX CONCURRENTLY by_hand ON public.p2 USING btree (t) WITH (fillfactor = 70);

-- 5. CREATE index public.p1_before_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p1_before_t_idx ON public.p1 USING btree (t) WITH (fillfactor = 70);

-- 6. CREATE index public.p_t
CREATE INDEX p_t ON ONLY public.p USING btree (t) WITH (fillfactor = 70);

-- 7. ALTER index public.p_t
ALTER INDEX public.p_t ATTACH PARTITION public.p1_before_t_idx;

-- 8. ALTER index public.p_t
ALTER INDEX public.p_t ATTACH PARTITION public.by_hand;

-- 9. ALTER index public.p_t
ALTER INDEX public.p_t ATTACH PARTITION public.brought_t;

-- reverse

-- 1. DROP index public.p_t
DROP INDEX public.p_t;

-- 2. CREATE index public.brought_t, OUTSIDE
CREATE INDEX CONCURRENTLY brought_t ON public.p3 USING btree (t);

-- 3. CREATE index public.by_hand, OUTSIDE
CREATE INDEX CONCURRENTLY by_hand ON public.p2 USING btree (t);

-- 4. CREATE index public.p1_before_t_idx, OUTSIDE
CREATE INDEX CONCURRENTLY p1_before_t_idx ON public.p1 USING btree (t);

-- 5. CREATE index public.p_t
CREATE INDEX p_t ON ONLY public.p USING btree (t);

-- 6. ALTER index public.p_t
ALTER INDEX public.p_t ATTACH PARTITION public.p1_before_t_idx;

-- 7. ALTER index public.p_t
ALTER INDEX public.p_t ATTACH PARTITION public.by_hand;

-- 8. ALTER index public.p_t
ALTER INDEX public.p_t ATTACH PARTITION public.brought_t;

-- 9. DROP column public.p.more, DATA_LOSS IRREVERSIBLE; loses the values of column public.p.more
ALTER TABLE public.p DROP COLUMN more;
