-- 1. ALTER table public.f
ALTER TABLE public.f RESET (user_catalog_table);

-- 2. ALTER table public.f
ALTER TABLE public.f REPLICA IDENTITY USING INDEX f_pkey;

-- 3. ALTER table public.p0
ALTER TABLE public.p0 SET (fillfactor = 40);

-- 4. CREATE table public.p1
CREATE UNLOGGED TABLE public.p1 PARTITION OF public.p FOR VALUES WITH (modulus 2, remainder 1);

-- 5. ALTER table public.t
ALTER TABLE public.t RESET (autovacuum_enabled, toast.autovacuum_enabled);
ALTER TABLE public.t SET (fillfactor = 60, parallel_workers = 2, toast.vacuum_truncate = off);

-- 6. ALTER table public.u, REWRITE
ALTER TABLE public.u SET LOGGED;

-- reverse

-- 1. ALTER table public.f
ALTER TABLE public.f SET (user_catalog_table = true);

-- 2. ALTER table public.f
ALTER TABLE public.f REPLICA IDENTITY NOTHING;

-- 3. ALTER table public.p0
ALTER TABLE public.p0 RESET (fillfactor);

-- 4. ALTER table public.p1, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p1 CONCURRENTLY;

-- 5. ALTER table public.t
ALTER TABLE public.t RESET (parallel_workers, toast.vacuum_truncate);
ALTER TABLE public.t SET (autovacuum_enabled = off, fillfactor = 70, toast.autovacuum_enabled = off);

-- 6. ALTER table public.u
ALTER TABLE public.u SET UNLOGGED;

-- 7. DROP table public.p1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.p1
DROP TABLE public.p1;
