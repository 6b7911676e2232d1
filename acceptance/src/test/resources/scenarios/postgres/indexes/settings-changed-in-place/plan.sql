-- 1. ALTER index public.t_a
ALTER INDEX public.t_a SET (deduplicate_items = off, fillfactor = 90);

-- 2. ALTER index public.t_b
ALTER INDEX public.t_b RESET (fastupdate);

-- 3. ALTER index public.t_c
ALTER INDEX public.t_c RENAME TO t_c_plumbline_old;

-- 4. CREATE index public.t_c, OUTSIDE
CREATE INDEX CONCURRENTLY t_c ON public.t USING btree (b text_pattern_ops, a DESC NULLS LAST) INCLUDE (id) WITH (fillfactor = 50) WHERE (a > 0);

-- 5. ALTER constraint public.t.t_int4range_excl
ALTER INDEX public.t_int4range_excl RESET (fillfactor);

-- 6. ALTER constraint public.t.t_pkey
ALTER TABLE public.t CLUSTER ON t_pkey;
ALTER INDEX public.t_pkey SET (fillfactor = 70);

-- 7. DROP index public.t_c_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_c_plumbline_old;

-- reverse

-- 1. ALTER index public.t_a
ALTER INDEX public.t_a RESET (deduplicate_items);
ALTER INDEX public.t_a SET (fillfactor = 50);
ALTER TABLE public.t CLUSTER ON t_a;

-- 2. ALTER index public.t_b
ALTER INDEX public.t_b SET (fastupdate = off);

-- 3. ALTER index public.t_c
ALTER INDEX public.t_c RENAME TO t_c_plumbline_old;

-- 4. CREATE index public.t_c, OUTSIDE
CREATE INDEX CONCURRENTLY t_c ON public.t USING btree (b text_pattern_ops, a DESC NULLS LAST) INCLUDE (id);

-- 5. ALTER constraint public.t.t_int4range_excl
ALTER INDEX public.t_int4range_excl SET (fillfactor = 60);

-- 6. ALTER constraint public.t.t_pkey
ALTER INDEX public.t_pkey SET (fillfactor = 80);

-- 7. DROP index public.t_c_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_c_plumbline_old;
