-- 1. CREATE column public.e.extra
ALTER TABLE public.e ADD COLUMN extra text DEFAULT 'e'::text;

-- 2. CREATE column default public.e_24.extra
ALTER TABLE public.e_24 ALTER COLUMN extra SET DEFAULT 'own'::text;

-- 3. CREATE index public.e_24_only, OUTSIDE
CREATE INDEX CONCURRENTLY e_24_only ON public.e_24 USING btree (extra);

-- 4. CREATE constraint public.e.e_key, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.e ADD CONSTRAINT e_key UNIQUE (id, at);

-- 5. CREATE constraint public.e.e_o, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.e ADD CONSTRAINT e_o FOREIGN KEY (id) REFERENCES public.o(id);

-- 6. DROP index public.e_n
DROP INDEX public.e_n;

-- 7. ALTER column public.e.n, DATA_DEPENDENT REWRITE
ALTER TABLE public.e ALTER COLUMN n TYPE bigint USING n::bigint;
ALTER TABLE ONLY public.e ALTER COLUMN n SET DEFAULT 0;
ALTER TABLE public.e ADD CONSTRAINT e_n_not_null NOT NULL n NOT VALID;

-- 8. ALTER column public.e.n, ALONE, DATA_DEPENDENT
ALTER TABLE public.e VALIDATE CONSTRAINT e_n_not_null;

-- 9. CREATE column default public.e_24.n
ALTER TABLE public.e_24 ALTER COLUMN n SET DEFAULT 0;

-- 10. CREATE column default public.e_def.n
ALTER TABLE public.e_def ALTER COLUMN n SET DEFAULT 0;

-- 11. CREATE index public.e_n, BLOCKING_SCAN
CREATE INDEX e_n ON public.e USING btree (n, id);

-- 12. CREATE constraint public.e.e_n_small, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.e ADD CONSTRAINT e_n_small CHECK ((n < 100));

-- 13. DROP column public.e.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.e.gone
ALTER TABLE public.e DROP COLUMN gone;

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

-- 8. ALTER column public.e.n, DATA_DEPENDENT
ALTER TABLE public.e ALTER COLUMN n DROP NOT NULL;
ALTER TABLE public.e ALTER COLUMN n TYPE integer USING n::integer;

-- 9. CREATE index public.e_n
CREATE INDEX e_n ON public.e USING btree (n);

-- 10. DROP column default public.e_24.n
ALTER TABLE public.e_24 ALTER COLUMN n DROP DEFAULT;

-- 11. DROP column default public.e_def.n
ALTER TABLE public.e_def ALTER COLUMN n DROP DEFAULT;

-- 12. DROP column public.e.extra, DATA_LOSS IRREVERSIBLE; loses the values of column public.e.extra
ALTER TABLE public.e DROP COLUMN extra;
