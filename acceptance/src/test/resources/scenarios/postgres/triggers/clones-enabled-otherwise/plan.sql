-- 1. ALTER table public.e3, OUTSIDE
ALTER TABLE public.e DETACH PARTITION public.e3 CONCURRENTLY;

-- 2. ALTER trigger public.e.quiet
ALTER TABLE public.e DISABLE TRIGGER quiet;
ALTER TABLE public.e1 ENABLE REPLICA TRIGGER quiet;

-- 3. DROP table public.e3, DATA_LOSS IRREVERSIBLE; loses the rows of table public.e3
DROP TABLE public.e3;

-- 4. CREATE table public.e4
CREATE TABLE public.e4 PARTITION OF public.e FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') PARTITION BY LIST (id);

-- 5. CREATE table public.E4 2
CREATE TABLE public."E4 2" PARTITION OF public.e4 FOR VALUES IN (2);

-- 6. CREATE table public.e4_1
CREATE TABLE public.e4_1 PARTITION OF public.e4 FOR VALUES IN (1);

-- 7. ALTER trigger public.e.audit
ALTER TABLE public.e ENABLE TRIGGER audit;
ALTER TABLE public.e2 DISABLE TRIGGER audit;
ALTER TABLE public.e4 DISABLE TRIGGER audit;
ALTER TABLE public."E4 2" ENABLE TRIGGER audit;
ALTER TABLE public.e4_1 DISABLE TRIGGER audit;

-- 8. CREATE trigger public.e.come
CREATE TRIGGER come AFTER UPDATE ON public.e FOR EACH ROW EXECUTE FUNCTION public.tg();
ALTER TABLE public.e4_1 ENABLE ALWAYS TRIGGER come;

-- reverse

-- 1. ALTER table public.e4, OUTSIDE
ALTER TABLE public.e DETACH PARTITION public.e4 CONCURRENTLY;

-- 2. ALTER trigger public.e.quiet
ALTER TABLE public.e ENABLE TRIGGER quiet;
ALTER TABLE public.e1 ENABLE REPLICA TRIGGER quiet;

-- 3. DROP trigger public.e.come
DROP TRIGGER come ON public.e;

-- 4. DROP table public.E4 2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.E4 2
DROP TABLE public."E4 2";

-- 5. DROP table public.e4_1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.e4_1
DROP TABLE public.e4_1;

-- 6. DROP table public.e4
DROP TABLE public.e4;

-- 7. CREATE table public.e3
CREATE TABLE public.e3 PARTITION OF public.e FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- 8. ALTER trigger public.e.audit
ALTER TABLE public.e ENABLE TRIGGER audit;
ALTER TABLE public.e1 DISABLE TRIGGER audit;
ALTER TABLE public.e2 ENABLE ALWAYS TRIGGER audit;
ALTER TABLE public.e3 DISABLE TRIGGER audit;
