-- 1. CREATE column public.e.extra
ALTER TABLE public.e ADD COLUMN extra text DEFAULT 'e'::text;

-- 2. CREATE column default public.e_24.extra
ALTER TABLE public.e_24 ALTER COLUMN extra SET DEFAULT 'own'::text;

-- 3. CREATE index public.e_24_only, OUTSIDE
CREATE INDEX CONCURRENTLY e_24_only ON public.e_24 USING btree (extra);

-- 4. CREATE constraint public.e.e_o, DATA_DEPENDENT
ALTER TABLE public.e ADD CONSTRAINT e_o FOREIGN KEY (id) REFERENCES public.o(id) NOT VALID;

-- 5. CREATE constraint public.e_24.e_24_id_at_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY e_24_id_at_key ON public.e_24 USING btree (id, at);

-- 6. CREATE constraint public.e_24.e_24_id_at_key
ALTER TABLE public.e_24 ADD CONSTRAINT e_24_id_at_key UNIQUE USING INDEX e_24_id_at_key;

-- 7. CREATE constraint public.e_def.e_def_id_at_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY e_def_id_at_key ON public.e_def USING btree (id, at);

-- 8. CREATE constraint public.e_def.e_def_id_at_key
ALTER TABLE public.e_def ADD CONSTRAINT e_def_id_at_key UNIQUE USING INDEX e_def_id_at_key;

-- 9. CREATE constraint public.e.e_key, DATA_DEPENDENT
ALTER TABLE public.e ADD CONSTRAINT e_key UNIQUE (id, at);

-- 10. ALTER constraint public.e.e_o, ALONE, DATA_DEPENDENT
ALTER TABLE public.e VALIDATE CONSTRAINT e_o;

-- 11. DROP index public.e_n
DROP INDEX public.e_n;

-- 12. ALTER column public.e.n, DATA_DEPENDENT REWRITE
ALTER TABLE public.e ALTER COLUMN n TYPE bigint USING n::bigint;
ALTER TABLE ONLY public.e ALTER COLUMN n SET DEFAULT 0;
ALTER TABLE public.e ADD CONSTRAINT e_n_not_null NOT NULL n NOT VALID;

-- 13. ALTER column public.e.n, ALONE, DATA_DEPENDENT
ALTER TABLE public.e VALIDATE CONSTRAINT e_n_not_null;

-- 14. CREATE column default public.e_24.n
ALTER TABLE public.e_24 ALTER COLUMN n SET DEFAULT 0;

-- 15. CREATE column default public.e_def.n
ALTER TABLE public.e_def ALTER COLUMN n SET DEFAULT 0;

-- 16. CREATE index public.e_n
CREATE INDEX e_n ON ONLY public.e USING btree (n, id);

-- 17. CREATE constraint public.e.e_n_small, DATA_DEPENDENT
ALTER TABLE public.e ADD CONSTRAINT e_n_small CHECK ((n < 100)) NOT VALID;

-- 18. ALTER constraint public.e.e_n_small, ALONE, DATA_DEPENDENT
ALTER TABLE public.e VALIDATE CONSTRAINT e_n_small;

-- 19. DROP column public.e.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.e.gone
ALTER TABLE public.e DROP COLUMN gone;

-- 20. CREATE index public.e_24_n_id_idx, OUTSIDE
CREATE INDEX CONCURRENTLY e_24_n_id_idx ON public.e_24 USING btree (n, id);

-- 21. CREATE index public.e_def_n_id_idx, OUTSIDE
CREATE INDEX CONCURRENTLY e_def_n_id_idx ON public.e_def USING btree (n, id);

-- 22. ALTER index public.e_n
ALTER INDEX public.e_n ATTACH PARTITION public.e_24_n_id_idx;

-- 23. ALTER index public.e_n
ALTER INDEX public.e_n ATTACH PARTITION public.e_def_n_id_idx;

-- reverse

-- 1. CREATE column public.e.gone
ALTER TABLE public.e ADD COLUMN gone text;

-- 2. DROP constraint public.e.e_key
ALTER TABLE public.e DROP CONSTRAINT e_key;

-- 3. DROP constraint public.e.e_n_small
ALTER TABLE public.e DROP CONSTRAINT e_n_small;

-- 4. DROP constraint public.e.e_o
ALTER TABLE public.e DROP CONSTRAINT e_o;

-- 5. DROP index public.e_24_only
DROP INDEX public.e_24_only;

-- 6. DROP index public.e_n
DROP INDEX public.e_n;

-- 7. DROP column default public.e.n
ALTER TABLE ONLY public.e ALTER COLUMN n DROP DEFAULT;

-- 8. DROP column default public.e_24.n
ALTER TABLE public.e_24 ALTER COLUMN n DROP DEFAULT;

-- 9. DROP column default public.e_def.n
ALTER TABLE public.e_def ALTER COLUMN n DROP DEFAULT;

-- 10. ALTER column public.e.n, DATA_DEPENDENT
ALTER TABLE public.e ALTER COLUMN n DROP NOT NULL;
ALTER TABLE public.e ALTER COLUMN n TYPE integer USING n::integer;

-- 11. ALTER column public.e_24.n, DATA_DEPENDENT
ALTER TABLE public.e_24 ALTER COLUMN n DROP NOT NULL;

-- 12. ALTER column public.e_def.n, DATA_DEPENDENT
ALTER TABLE public.e_def ALTER COLUMN n DROP NOT NULL;

-- 13. CREATE index public.e_n
CREATE INDEX e_n ON ONLY public.e USING btree (n);

-- 14. DROP column public.e.extra, DATA_LOSS IRREVERSIBLE; loses the values of column public.e.extra
ALTER TABLE public.e DROP COLUMN extra;

-- 15. CREATE index public.e_24_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY e_24_n_idx ON public.e_24 USING btree (n);

-- 16. CREATE index public.e_def_n_idx, OUTSIDE
CREATE INDEX CONCURRENTLY e_def_n_idx ON public.e_def USING btree (n);

-- 17. ALTER index public.e_n
ALTER INDEX public.e_n ATTACH PARTITION public.e_24_n_idx;

-- 18. ALTER index public.e_n
ALTER INDEX public.e_n ATTACH PARTITION public.e_def_n_idx;
