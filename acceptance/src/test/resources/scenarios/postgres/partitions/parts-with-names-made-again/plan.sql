-- 1. ALTER column public.p.t, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.p ALTER COLUMN t TYPE character varying(20) USING t::character varying(20);
ALTER INDEX public.p1_t_idx RENAME TO t_1;

-- 2. DROP index public.p_n_id
DROP INDEX public.p_n_id;

-- 3. ALTER column public.p.n, DATA_DEPENDENT REWRITE
ALTER TABLE public.p ALTER COLUMN n TYPE bigint USING n::bigint;
ALTER INDEX public.p1_n_idx RENAME TO n_1;
ALTER INDEX public.n_1 SET (fillfactor = 60);
ALTER INDEX public.p1_id_n_key RENAME TO key_1;

-- 4. CREATE index public.n_id_1, OUTSIDE
CREATE INDEX CONCURRENTLY n_id_1 ON public.p1 USING btree (n DESC, id);

-- 5. CREATE index public.p_n_id
CREATE INDEX p_n_id ON ONLY public.p USING btree (n DESC, id);

-- 6. ALTER index public.p_n_id
ALTER INDEX public.p_n_id ATTACH PARTITION public.n_id_1;

-- reverse

-- 1. ALTER column public.p.t, DATA_DEPENDENT
ALTER TABLE public.p ALTER COLUMN t TYPE character varying(10) USING t::character varying(10);
ALTER INDEX public.p1_t_idx RENAME TO t_1;

-- 2. DROP index public.p_n_id
DROP INDEX public.p_n_id;

-- 3. ALTER column public.p.n, DATA_DEPENDENT
ALTER TABLE public.p ALTER COLUMN n TYPE integer USING n::integer;
ALTER INDEX public.p1_n_idx RENAME TO n_1;
ALTER INDEX public.n_1 SET (fillfactor = 60);
ALTER INDEX public.p1_id_n_key RENAME TO key_1;

-- 4. CREATE index public.n_id_1, OUTSIDE
CREATE INDEX CONCURRENTLY n_id_1 ON public.p1 USING btree (n, id);

-- 5. CREATE index public.p_n_id
CREATE INDEX p_n_id ON ONLY public.p USING btree (n, id);

-- 6. ALTER index public.p_n_id
ALTER INDEX public.p_n_id ATTACH PARTITION public.n_id_1;
